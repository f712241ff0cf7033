import {
  highEveryParam,
  priorityKinds,
  priorityOf,
  workload,
} from "../../../../workloads/index.ts";
import { REFUSED } from "../../../losses.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, said } from "../../../source-text.ts";
import { consumerBlock, delayOf, MAIN, rangeProducerBlock } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's drop by priority: elements carry a priority that nothing reads. */
export const priorityDropWritten = defineStrategy({
  id: "priority-drop-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "버퍼가 차면 trySend가 거절하고, 거절된 요소는 우선순위와 상관없이 버려집니다.",
    en: "When the buffer is full, trySend fails and the element is dropped, whatever its priority.",
  },
  advice: {
    ko: "우선순위를 적어 두기만 해서는 아무것도 달라지지 않습니다. 무엇을 버릴지 고르는 버퍼가 있어야 합니다.",
    en: "A priority that nothing reads changes nothing. Use a buffer that chooses what to drop.",
  },
  params: [capacityParam, bodyMsParam],
  workload: [...workload("producerDelayMs", "consumerDelayMs", "count"), highEveryParam],
  lines: {
    sent: "sent {0}, priority {1}",
    dropped: "dropped {0}",
    received: "received {0}, priority {1}",
  },
  kinds: priorityKinds,
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "none"),
  launch(program) {
    const { values } = program;
    const { highEvery } = values;
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      launchProducer(program, {
        offer(i) {
          if (channel.trySend(i) === "success") {
            program.print("sent", i, priorityOf(i, highEvery));
          } else {
            program.lost(i, REFUSED);
            program.print("dropped", i);
          }
        },
        atEnd: () => channel.close(),
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("received", element, priorityOf(element, highEvery)),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ capacity, count, highEvery, producerDelayMs, consumerDelayMs, bodyMs }) => ({
    program: [
      `fun priorityOf(element: Int) = if (element % ${highEvery} == 0) 1 else 2`,
      "",
      MAIN,
      `    val channel = Channel<Int>(capacity = ${capacity})`,
      "",
      ...rangeProducerBlock(0, count, [
        "val priority = priorityOf(i)",
        at("if (channel.trySend(i).isSuccess) {", "producer.ready"),
        '    println("sent $i, priority $priority")',
        "} else {",
        said('    println("dropped $i")', {
          ko: "우선순위가 무엇이든",
          en: "whatever its priority",
        }),
        "}",
        delayOf("producer", producerDelayMs),
      ]),
      "",
      ...consumerBlock([
        "val priority = priorityOf(element)",
        'println("received $element, priority $priority")',
        delayOf("worker", consumerDelayMs),
      ]),
      "",
      `    delay(${bodyMs})`,
      "}",
    ],
  }),
});
