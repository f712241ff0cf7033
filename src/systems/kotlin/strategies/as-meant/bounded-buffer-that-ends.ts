import { workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, indented, said } from "../../../source-text.ts";
import { consumerBlock, delayOf, launched, MAIN, rangeLoop } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The bounded buffer as meant: it ends with its last element, and catches no cancellation. */
export const boundedBufferThatEnds = defineStrategy({
  id: "bounded-buffer-that-ends",
  version: "meant",
  name: { ko: "일이 끝나면 끝나는 유한 버퍼", en: "Bounded, ends with the work" },
  summary: {
    ko: "버퍼가 차면 send가 생산자를 멈춰 세우고, 마지막 요소가 처리되는 순간 프로그램이 끝납니다.",
    en: "When the buffer is full, send holds the producer; the program ends as soon as the last element is done.",
  },
  advice: {
    ko: "하나도 잃을 수 없고 생산자가 기다릴 수 있을 때의 기본형입니다. 프로그램의 끝은 delay가 아니라 구조화된 동시성이 정합니다.",
    en: "The basic form when nothing may be lost and the producer can wait. Structured concurrency, not a delay, decides when it ends.",
  },
  params: [capacityParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
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
    const channel = program.channel(values.capacity);
    program.launch("producer", 0, function* () {
      try {
        for (let i = 1; values.count === 0 || i <= values.count; i++) {
          program.made(i);
          yield* channel.send(i);
          program.print("sent", i);
          yield* program.delay(values.producerDelayMs);
        }
      } finally {
        channel.close();
      }
    });
    launchConsumer(program, channel, {
      received: (element) => program.print("start", element),
      finished: (element) => program.print("done", element),
    });
  },
  kotlin: ({ capacity, count, producerDelayMs, consumerDelayMs }) => ({
    program: [
      MAIN,
      `    val channel = Channel<Int>(capacity = ${capacity})`,
      "",
      ...indented(
        launched("producer", [
          "try {",
          ...indented(
            rangeLoop(1, count, [
              at("channel.send(i)", "producer.held"),
              'println("sent $i")',
              ...(producerDelayMs === 0 ? [] : [delayOf("producer", producerDelayMs)]),
            ]),
          ),
          "} finally {",
          said("    channel.close()", {
            ko: "반복이 어떻게 끝나든",
            en: "no matter how the loop ends",
          }),
          "}",
        ]),
      ),
      "",
      ...consumerBlock([
        'println("start $element")',
        delayOf("worker", consumerDelayMs),
        'println("done $element")',
      ]),
      "}",
    ],
  }),
});
