import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { UNLIMITED } from "../../channels/index.ts";
import { bodyEnd, consumerBlock, delayOf, MAIN, producerBlock, sendIt } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's memory leak: an unlimited channel between two infinite loops. */
export const memoryLeakWritten = defineStrategy({
  id: "memory-leak-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "채널에 한도가 없어 send가 기다리지 않습니다. main 블록의 delay가 끝나도 두 무한 루프는 계속됩니다.",
    en: "The channel has no bound, so send never waits. The delay at the end of main stops neither of the infinite loops.",
  },
  advice: {
    ko: "이렇게 쓰지 마세요. 한도가 없는 채널에는 다른 한도(요소 수, 시간, 취소)가 있어야 합니다.",
    en: "Don't. An unlimited channel needs another bound: an element count, a time, a cancellation.",
  },
  params: [bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs"),
  lines: { process: "processing {0}" },
  guarantees: () => ({
    maxBuffered: Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: false,
    inOrder: true,
    keeps: "all",
  }),
  topology: () => throughBuffer({ capacity: Number.POSITIVE_INFINITY }, "none"),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      const channel = program.channel(UNLIMITED);
      launchProducer(program, {
        offer: (i) => channel.send(i),
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("process", element),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ producerDelayMs, consumerDelayMs, bodyMs }) => ({
    program: [
      MAIN,
      "    val channel = Channel<Int>(Channel.UNLIMITED)",
      "",
      ...producerBlock(0, [...sendIt("producer"), delayOf("producer", producerDelayMs)]),
      "",
      ...consumerBlock(['println("processing $element")', delayOf("worker", consumerDelayMs)]),
      "",
      bodyEnd(bodyMs),
      "}",
    ],
  }),
});
