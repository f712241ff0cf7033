import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { at } from "../../../source-text.ts";
import { CONFLATED } from "../../channels/index.ts";
import { consumerBlock, delayOf, MAIN, rangeProducerBlock } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's drop strategy: a conflated channel, which the text says drops the oldest or the newest. */
export const conflatedWritten = defineStrategy({
  id: "conflated-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "칸이 하나뿐이고, 아직 꺼내 가지 않은 값은 새 값으로 덮어씁니다. 새 값이 버려지는 일은 없습니다.",
    en: "There is one slot, and a new element replaces one that has not been taken. The new one is never dropped.",
  },
  advice: {
    ko: "현재 값만 필요할 때 맞습니다. 먼저 온 것을 지키려면 DROP_LATEST를, 최근 몇 개를 지키려면 용량을 준 DROP_OLDEST를 쓰세요.",
    en: "Right when only the current value counts. To keep what came first, use DROP_LATEST; to keep the last few, DROP_OLDEST with a capacity.",
  },
  params: [bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { sent: "sent {0}", received: "received {0}" },
  guarantees: () => ({
    maxBuffered: 1,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  topology: () =>
    throughBuffer(
      { capacity: 1, name: { ko: "최신 값 한 칸", en: "One slot for the newest" } },
      "none",
    ),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      const channel = program.channel(CONFLATED);
      launchProducer(program, {
        first: 1,
        *offer(i) {
          yield* channel.send(i);
          program.print("sent", i);
        },
        atEnd: () => channel.close(),
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("received", element),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ count, producerDelayMs, consumerDelayMs, bodyMs }) => ({
    program: [
      MAIN,
      "    val channel = Channel<Int>(Channel.CONFLATED)",
      "",
      ...rangeProducerBlock(1, count, [
        at("channel.send(i)", "producer.held"),
        'println("sent $i")',
        delayOf("producer", producerDelayMs),
      ]),
      "",
      ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
      "",
      `    delay(${bodyMs})`,
      "}",
    ],
  }),
});
