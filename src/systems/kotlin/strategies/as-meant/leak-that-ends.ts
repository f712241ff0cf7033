import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { at, busy, indented, said } from "../../../source-text.ts";
import { UNLIMITED } from "../../channels/index.ts";
import { consumerBlock, delayOf, launched, MAIN } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The memory leak as meant: at its end, the body cancels what it launched and discards what is left. */
export const leakThatEnds = defineStrategy({
  id: "leak-that-ends",
  version: "meant",
  name: { ko: "끝나는 누수", en: "A leak that ends" },
  summary: {
    ko: "버퍼는 그대로 커지지만, main 블록이 끝날 때 코루틴을 취소하고 채널에 남은 것을 버립니다.",
    en: "The buffer still grows, but when main ends, it cancels the coroutines and discards what is left in the channel.",
  },
  advice: {
    ko: "수명이 정해진 작업에서는 취소가 한도 역할을 합니다. 남은 요소를 잃어도 될 때만 쓰고, 얼마나 버렸는지는 onUndeliveredElement로 세세요.",
    en: "For work with a limited lifetime, cancellation is the bound. Use it only if the rest may be lost; onUndeliveredElement is called for each lost element.",
  },
  params: [bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs"),
  lines: { process: "processing {0}", lost: "left in the channel: {0}" },
  guarantees: () => ({
    maxBuffered: Number.POSITIVE_INFINITY,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  topology: () => throughBuffer({ capacity: Number.POSITIVE_INFINITY }, "none"),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      let lost = 0;
      const channel = program.channel(UNLIMITED, "SUSPEND", () => lost++);
      const producer = launchProducer(program, {
        offer: (i) => channel.send(i),
      });
      const consumer = launchConsumer(program, channel, {
        received: (element) => program.print("process", element),
      });
      yield* program.delay(values.bodyMs);
      producer.cancel();
      consumer.cancel();
      yield* consumer.join();
      yield* producer.join();
      channel.cancel();
      program.print("lost", lost);
    });
  },
  kotlin: ({ producerDelayMs, consumerDelayMs, bodyMs }) => ({
    imports: ["kotlinx.coroutines.cancelAndJoin"],
    program: [
      MAIN,
      "    var lost = 0",
      "    val channel = Channel<Int>(",
      "        Channel.UNLIMITED,",
      "        onUndeliveredElement = { lost++ },",
      "    )",
      "",
      ...indented(
        launched(
          "producer",
          [
            "var i = 0",
            "while (true) {",
            at("    channel.send(i++)", "producer.held"),
            at(`    delay(${producerDelayMs})`, busy("producer", producerDelayMs)),
            "}",
          ],
          { start: "val producer = launch {" },
        ),
      ),
      "",
      ...consumerBlock(['println("processing $element")', delayOf("worker", consumerDelayMs)], {
        start: "val consumer = launch {",
      }),
      "",
      `    delay(${bodyMs})`,
      said("    producer.cancel()", {
        ko: "main 블록이 시작한 것을 main 블록이 끝냄",
        en: "the body cancels what it launched",
      }),
      "    consumer.cancelAndJoin()",
      "    producer.join()",
      said("    channel.cancel()", {
        ko: "남은 것은 아무에게도 가지 않음",
        en: "discards what is left",
      }),
      '    println("left in the channel: $lost")',
      "}",
    ],
  }),
});
