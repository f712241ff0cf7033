import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, said } from "../../../source-text.ts";
import { consumerBlock, delayOf, MAIN, rangeProducerBlock } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's bounded buffer: it works, catches too much, and idles at the end. */
export const boundedBufferWritten = defineStrategy({
  id: "bounded-buffer-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "버퍼가 차면 send가 기다립니다. 모두 처리한 뒤에도 main 블록 끝의 delay는 끝까지 갑니다.",
    en: "When the buffer is full, send waits. Even when everything is done, the delay at the end of main runs to its end.",
  },
  advice: {
    ko: "버퍼는 그대로 쓰되 끝의 delay는 빼세요. Exception을 모두 잡으면 취소까지 잡히므로, CancellationException은 다시 던져야 합니다.",
    en: "Keep the buffer, drop the delay. Catching Exception also swallows cancellation; rethrow it.",
  },
  params: [capacityParam, bodyMsParam],
  workload: workload("consumerDelayMs", "count"),
  lines: { sent: "sent {0}", start: "start {0}", done: "done {0}" },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "suspend"),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      launchProducer(program, {
        first: 1,
        *offer(i) {
          yield* channel.send(i);
          program.print("sent", i);
        },
        atEnd: () => channel.close(),
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("start", element),
        finished: (element) => program.print("done", element),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ capacity, count, consumerDelayMs, bodyMs }) => ({
    program: [
      MAIN,
      `    val channel = Channel<Int>(capacity = ${capacity})`,
      "",
      ...rangeProducerBlock(1, count, [
        "try {",
        at("    channel.send(i)", "producer.held"),
        '    println("sent $i")',
        "} catch (e: Exception) {",
        said('    println("failed $i")', {
          ko: "취소도 여기서 삼켜짐",
          en: "a cancellation is caught here too",
        }),
        "}",
      ]),
      "",
      ...consumerBlock([
        'println("start $element")',
        delayOf("worker", consumerDelayMs),
        'println("done $element")',
      ]),
      "",
      said(`    delay(${bodyMs})`, {
        ko: "다른 코루틴이 먼저 끝나더라도",
        en: "no matter how soon the others end",
      }),
      "}",
    ],
  }),
});
