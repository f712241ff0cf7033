import { choiceParam } from "../../../params/index.ts";
import {
  LINES,
  PRINTS_REQUESTS,
  prefetchParam,
  queueBelowOperator,
  queueOf,
  subscribe,
} from "../../reactive/index.ts";
import { createCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { observeOn } from "../operators/observe-on.ts";
import { onBackpressureDrop } from "../operators/on-backpressure-drop.ts";
import { onBackpressureLatest } from "../operators/on-backpressure-latest.ts";

const operatorParam = choiceParam({
  key: "rxDrop",
  link: "xd",
  label: { ko: "요청 없을 때", en: "Not requested" },
  help: {
    ko: "onBackpressureDrop은 요청이 없을 때 온 것을 버립니다. onBackpressureLatest는 그 가운데 가장 새로운 것 하나를 남겨 둡니다.",
    en: "onBackpressureDrop drops elements that are not requested. onBackpressureLatest keeps the newest of them.",
  },
  choices: [
    { value: "drop", label: { ko: "onBackpressureDrop", en: "onBackpressureDrop" } },
    { value: "latest", label: { ko: "onBackpressureLatest", en: "onBackpressureLatest" } },
  ],
  default: "drop",
  change: "structural",
});

const OPERATORS = {
  drop: { name: "onBackpressureDrop", build: onBackpressureDrop, places: 0 },
  latest: { name: "onBackpressureLatest", build: onBackpressureLatest, places: 1 },
} as const;

/** An operator that drops elements that are not requested, above the queue of `observeOn`, which requests ahead. */
export const rxDrop = defineStrategy({
  id: "rx-drop",
  name: { ko: "RxJava Drop·Latest", en: "RxJava Drop, Latest" },
  summary: {
    ko: "요청받지 않은 요소를 버립니다. 그러나 아래의 observeOn이 미리 요청한 만큼은 먼저 그 큐에 들어갑니다.",
    en: "It drops what is not requested. But observeOn below requests ahead, and that many go into its queue first.",
  },
  advice: {
    ko: "최신 상태만 중요한 신호(마우스, 센서, 시세)에 맞습니다. observeOn이 기본값 128개를 미리 요청하므로, 바로 버리려면 bufferSize를 1로 낮추세요.",
    en: "For signals where only the current state counts (mouse, sensors, prices). observeOn requests 128 ahead by default; to drop at once, use a bufferSize of 1.",
  },
  params: [prefetchParam, operatorParam],
  lines: { ...LINES, dropped: "dropped {0}" },
  echo: { done: "done" },
  guarantees: ({ prefetch, rxDrop: operator }) => ({
    maxBuffered: prefetch + OPERATORS[operator].places,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: operator === "drop" ? "oldest" : "newest",
  }),
  topology: ({ prefetch, rxDrop: operator }) =>
    queueBelowOperator(OPERATORS[operator], queueOf("observeOn", prefetch)),
  launch(program) {
    const { prefetch, rxDrop: operator } = program.values;
    subscribe(
      create(program.emitting(), "MISSING", program.sourceStation()),
      [
        OPERATORS[operator].build<number>(
          (element) => program.print("dropped", [element]),
          program.station("operator"),
          program.connection("source", "operator"),
        ),
        observeOn(
          program.clock,
          { bufferSize: prefetch },
          program.lastStation("queue"),
          program.connection("operator", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) =>
    createCode(values, "MISSING", [
      `.${OPERATORS[values.rxDrop].name} { println("dropped $it") }`,
      PRINTS_REQUESTS,
      `.observeOn(Schedulers.single(), false, ${values.prefetch})`,
    ]),
});
