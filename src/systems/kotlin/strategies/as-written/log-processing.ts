import { logKinds, logParams, workload } from "../../../../workloads/index.ts";
import { REFUSED } from "../../../losses.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, indented } from "../../../source-text.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { processing } from "../../code/logs.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchProcessors, spellLog } from "../../programs/logs.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's log processor: several workers on one bounded channel, which treats errors like any other log. */
export const logProcessingWritten = defineStrategy({
  id: "log-processing-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "trySend가 거절되면 그 로그를 버립니다. ERROR인지 INFO인지는 보지 않습니다.",
    en: "When trySend fails, the log is dropped, whether ERROR or INFO.",
  },
  advice: {
    ko: "모든 로그가 똑같이 중요할 때만 쓰세요. 과부하가 걸리면 ERROR도 똑같이 버려집니다.",
    en: "Only if every log is equally important. Under overload, ERRORs are lost like all others.",
  },
  params: [capacityParam, bodyMsParam],
  workload: [...workload("producerDelayMs", "count", "workers"), ...logParams],
  lines: { process: "processor {0}: {1} {2}", dropped: "dropped {0}" },
  echo: { lost: { rule: REFUSED, line: "dropped" } },
  spell: spellLog,
  kinds: logKinds,
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
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      launchProducer(program, {
        offer(i) {
          if (channel.trySend(i) !== "success") program.lost(i, REFUSED);
        },
        atEnd: () => channel.close(),
      });
      launchProcessors(program, channel, (log) => log);
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: (values) => ({
    program: [
      MAIN,
      `    val channel = Channel<Int>(capacity = ${values.capacity})`,
      "",
      ...producerBlock(values.count, [
        at('if (!channel.trySend(i).isSuccess) println("dropped $i")', "producer.ready"),
        delayOf("producer", values.producerDelayMs),
      ]),
      "",
      `    repeat(${values.workers}) { processor ->`,
      ...indented(consumerBlock(processing(values), { element: "log" })),
      "    }",
      "",
      `    delay(${values.bodyMs})`,
      "}",
    ],
  }),
});
