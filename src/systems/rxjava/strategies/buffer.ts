import { choiceParam } from "../../../params/index.ts";
import { capacityParam } from "../../params/capacity.ts";
import {
  LINES,
  type Operator,
  overflowBuffer,
  PRINTS_REQUESTS,
  type Program,
  powerOfTwoFrom,
  subscribe,
} from "../../reactive/index.ts";
import type { Source } from "../../source-text.ts";
import { createCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { onBackpressureBuffer } from "../operators/on-backpressure-buffer.ts";
import {
  type BackpressureOverflowStrategy,
  onBackpressureBufferStrategy,
} from "../operators/on-backpressure-buffer-strategy.ts";

const overflowParam = choiceParam({
  key: "rxOverflow",
  link: "xo",
  label: { ko: "넘칠 때", en: "At overflow" },
  help: {
    ko: "onBackpressureBuffer의 여러 형태. 용량만 주는 형태는 다음 2의 거듭제곱까지 담고, 전략을 주는 형태는 정확히 용량만큼 담습니다.",
    en: "The forms of onBackpressureBuffer. With a capacity alone it holds the next power of two; with a strategy it holds exactly its capacity.",
  },
  choices: [
    { value: "error", label: { ko: "오류: (용량)", en: "error: (capacity)" } },
    { value: "strategy-error", label: { ko: "오류: ERROR", en: "error: ERROR" } },
    {
      value: "drop-oldest",
      label: { ko: "가장 오래된 것: DROP_OLDEST", en: "drops the oldest: DROP_OLDEST" },
    },
    {
      value: "drop-latest",
      label: { ko: "버퍼의 가장 새것: DROP_LATEST", en: "drops the newest: DROP_LATEST" },
    },
    { value: "unbounded", label: { ko: "한도 없음: ()", en: "no bound: ()" } },
  ],
  default: "error",
  change: "structural",
});

type Overflow = (typeof overflowParam)["choices"][number]["value"];

/** The strategy that is passed to the operator, in the forms that take one. */
const STRATEGIES: Partial<Record<Overflow, BackpressureOverflowStrategy>> = {
  "strategy-error": "ERROR",
  "drop-oldest": "DROP_OLDEST",
  "drop-latest": "DROP_LATEST",
};

/** Which elements are kept when too many come. DROP_LATEST keeps the oldest and the one that came last. */
const KEEPS = {
  error: "some",
  "strategy-error": "some",
  "drop-oldest": "newest",
  "drop-latest": "some",
  unbounded: "all",
} as const satisfies Record<Overflow, string>;

interface Values {
  readonly capacity: number;
  readonly rxOverflow: Overflow;
}

/** How many elements the operator really holds. */
function placesOf({ capacity, rxOverflow }: Values): number {
  if (rxOverflow === "unbounded") return Number.POSITIVE_INFINITY;
  return rxOverflow === "error" ? powerOfTwoFrom(capacity) : capacity;
}

/** `onBackpressureBuffer` in all its forms between a source that emits unasked and a slow subscriber. */
export const rxBuffer = defineStrategy({
  id: "rx-buffer",
  name: { ko: "RxJava onBackpressureBuffer", en: "RxJava onBackpressureBuffer" },
  summary: {
    ko: "끝없이 요청하고 받은 것을 쌓아 둡니다. 가득 차면 고른 규칙에 따라 오류로 끝나거나 하나를 버립니다.",
    en: "It requests without limit and keeps what arrives. When full, it fails or drops one, as you choose.",
  },
  advice: {
    ko: "잠깐 몰리는 것을 넘길 때 한도와 함께 쓰세요. 소스를 느리게 하지는 못합니다. 용량만 주는 형태는 넘치면 버퍼에 있던 것까지 잃습니다.",
    en: "Use it with a bound to absorb a burst; it does not slow down the source. With a capacity alone, an overflow also loses what is in the buffer.",
  },
  params: [capacityParam, overflowParam],
  lines: {
    ...LINES,
    dropped: "dropped {0}",
    full: "MissingBackpressureException: Buffer is full",
    unrequested: "MissingBackpressureException: Could not emit value due to lack of requests",
  },
  echo: { done: "done" },
  guarantees: (values) => ({
    maxBuffered: placesOf(values),
    lossless: values.rxOverflow === "unbounded",
    producerWaits: false,
    inOrder: true,
    keeps: KEEPS[values.rxOverflow],
  }),
  topology: (values) => overflowBuffer(placesOf(values)),
  launch(program) {
    subscribe(
      create(program.emitting(), "MISSING", program.sourceStation()),
      [operatorOf(program)],
      program.worker(program.connection("overflow", "workers"), () => [
        program.values.rxOverflow === "error" ? "full" : "unrequested",
      ]),
    );
  },
  source: (values) => {
    const strategy = STRATEGIES[values.rxOverflow];
    return createCode(
      values,
      "MISSING",
      [PRINTS_REQUESTS, ...callOf(values)],
      strategy === undefined ? [] : ["core.BackpressureOverflowStrategy"],
    );
  },
});

function operatorOf(program: Program<Values & Program["values"]>): Operator<number> {
  const { capacity, rxOverflow } = program.values;
  const logs = [
    program.lastStation("overflow"),
    program.connection("source", "overflow", "requested"),
  ] as const;
  const onDropped = (element: number) => program.print("dropped", [element]);
  const strategy = STRATEGIES[rxOverflow];
  if (strategy !== undefined) {
    return onBackpressureBufferStrategy({ capacity, strategy, onDropped }, ...logs);
  }
  if (rxOverflow === "unbounded") return onBackpressureBuffer({}, ...logs);
  return onBackpressureBuffer({ capacity, onDropped }, ...logs);
}

function callOf({ capacity, rxOverflow }: Values): Source {
  const drops = '{ println("dropped $it") }';
  const strategy = STRATEGIES[rxOverflow];
  if (strategy !== undefined) {
    return [
      ".onBackpressureBuffer(",
      `    ${capacity}L,`,
      "    {},",
      `    BackpressureOverflowStrategy.${strategy}`,
      `) ${drops}`,
    ];
  }
  if (rxOverflow === "unbounded") return [".onBackpressureBuffer()"];
  return [
    `.onBackpressureBuffer(${capacity}, false, false, {}) {`,
    '    println("dropped $it")',
    "}",
  ];
}
