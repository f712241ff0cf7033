import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { indented } from "../../../source-text.ts";
import { chain, SOURCE, stationNumber, WORKERS } from "../../../topology.ts";
import { MAIN } from "../../code/blocks.ts";
import { chained, collectorCode, numbersCode, workCode } from "../../code/flow-code.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { sample } from "../../flow/index.ts";
import { flowWords } from "../../flow-words.ts";
import { emitting } from "../../programs/emitting.ts";
import { holdingLog } from "../../programs/holding.ts";

const periodParam = intParam({
  key: "sampleMs",
  link: "sv",
  label: { ko: "sample 주기", en: "Sample every" },
  help: {
    ko: "이 시간마다 가장 최근 값을 하나 내보냅니다. 그동안 새 값이 없었으면 아무것도 내보내지 않습니다.",
    en: "How often the newest value passes. If none has come since the last time, nothing passes.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 1000,
  scale: "log",
  change: "structural",
});

/** `sample` between a cold flow and its collector: the newest value of each period, through a conflated channel. */
export const flowSample = defineStrategy({
  id: "flow-sample",
  version: "library",
  words: flowWords,
  name: { ko: "Kotlin sample", en: "Kotlin sample" },
  summary: {
    ko: "주기마다 가장 최근 값 하나만 지나가고 나머지는 버려집니다. emit은 기다리지 않습니다.",
    en: "Once every period the newest value passes, and the others are dropped. emit never waits.",
  },
  advice: {
    ko: "쉬지 않고 오는 값을 일정한 간격으로만 보면 될 때(화면 갱신, 측정값) 씁니다. 마지막 주기가 끝나기 전에 flow가 끝나면 그때 들고 있던 값은 나오지 않습니다. 수집기가 주기보다 오래 일하면 간격도 그만큼 벌어집니다.",
    en: "For a steady stream that you need to look at only now and then: a display, a reading. If the flow ends within a period, the value held then is never emitted. A collector that works longer than the period stretches it.",
  },
  params: [periodParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: () => ({
    maxBuffered: 2,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  topology: () =>
    chain(
      SOURCE,
      "none",
      { kind: "buffer", id: "slot", name: { ko: "CONFLATED 채널", en: "CONFLATED" }, capacity: 1 },
      "none",
      { kind: "buffer", id: "buffer", name: { ko: "sample", en: "sample" }, capacity: 1 },
      "suspend",
      WORKERS,
    ),
  launch(program) {
    const { sim, values, topology } = program;
    const log = holdingLog(program, {
      channel: stationNumber(topology, "slot"),
      held: stationNumber(topology, "buffer"),
    });
    const numbers = emitting(program, () => program.runsAs("producer"));
    program.launch("worker", 0, function* () {
      yield* sample(numbers, values.sampleMs, log).collect(sim, function* (element) {
        yield* program.delay(values.consumerDelayMs);
        program.done(element);
      });
    });
  },
  kotlin: ({ sampleMs, count, producerDelayMs, consumerDelayMs }) => ({
    imports: ["FlowPreview", "flow.flow", "flow.sample"].map(
      (name) => `kotlinx.coroutines.${name}`,
    ),
    program: [
      "@OptIn(FlowPreview::class)",
      MAIN,
      ...indented([
        ...numbersCode({ count, producerDelayMs }),
        "",
        ...chained(
          "numbers",
          [`.sample(${sampleMs})`],
          collectorCode("collect", workCode(consumerDelayMs)),
        ),
      ]),
      "}",
    ],
  }),
});
