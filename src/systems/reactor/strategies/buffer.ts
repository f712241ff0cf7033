import { choiceParam, intParam } from "../../../params/index.ts";
import { capacityParam } from "../../params/capacity.ts";
import {
  LINES,
  type Operator,
  overflowBuffer,
  PRINTS_REQUESTS,
  type Program,
  subscribe,
} from "../../reactive/index.ts";
import type { Source } from "../../source-text.ts";
import { createCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { onBackpressureBuffer } from "../operators/on-backpressure-buffer.ts";
import {
  type BufferOverflowStrategy,
  onBackpressureBufferStrategy,
} from "../operators/on-backpressure-buffer-strategy.ts";
import { onBackpressureBufferTtl } from "../operators/on-backpressure-buffer-ttl.ts";

const overflowParam = choiceParam({
  key: "reactorOverflow",
  link: "fo",
  label: { ko: "넘칠 때", en: "At overflow" },
  help: {
    ko: "onBackpressureBuffer의 여러 형태. 한도는 어느 형태에서나 정확하고, 오류는 쌓아 둔 것을 다 넘긴 뒤에 옵니다.",
    en: "The forms of onBackpressureBuffer. The bound is exact, and an error comes only when the buffered elements have been passed on.",
  },
  choices: [
    { value: "error", label: { ko: "오류: (용량)", en: "error: (maxSize)" } },
    { value: "strategy-error", label: { ko: "오류: ERROR", en: "error: ERROR" } },
    {
      value: "drop-oldest",
      label: { ko: "가장 오래된 것: DROP_OLDEST", en: "drops the oldest: DROP_OLDEST" },
    },
    {
      value: "drop-latest",
      label: { ko: "새로 온 것: DROP_LATEST", en: "drops the incoming one: DROP_LATEST" },
    },
    {
      value: "ttl",
      label: { ko: "수명이 다한 것: (ttl, 용량)", en: "drops by age: (ttl, maxSize)" },
    },
    { value: "unbounded", label: { ko: "한도 없음: ()", en: "no bound: ()" } },
  ],
  default: "error",
  change: "structural",
});

const ttlParam = intParam({
  key: "ttlMs",
  link: "ttl",
  label: { ko: "수명", en: "Time to live" },
  help: {
    ko: "‘수명이 다한 것’일 때, 요소가 버퍼에 있을 수 있는 시간.",
    en: "By age: how long an element may wait in the buffer.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 500,
  scale: "log",
  change: "structural",
});

type Overflow = (typeof overflowParam)["choices"][number]["value"];

/** The strategy that is passed to the operator, in the forms that take one. */
const STRATEGIES: Partial<Record<Overflow, BufferOverflowStrategy>> = {
  "strategy-error": "ERROR",
  "drop-oldest": "DROP_OLDEST",
  "drop-latest": "DROP_LATEST",
};

const KEEPS = {
  error: "oldest",
  "strategy-error": "oldest",
  "drop-oldest": "newest",
  "drop-latest": "oldest",
  ttl: "newest",
  unbounded: "all",
} as const satisfies Record<Overflow, string>;

interface Values {
  readonly capacity: number;
  readonly reactorOverflow: Overflow;
  readonly ttlMs: number;
}

function placesOf({ capacity, reactorOverflow }: Values): number {
  return reactorOverflow === "unbounded" ? Number.POSITIVE_INFINITY : capacity;
}

/** `onBackpressureBuffer` in all its forms between a source that emits unasked and a slow subscriber. */
export const reactorBuffer = defineStrategy({
  id: "reactor-buffer",
  name: { ko: "Reactor onBackpressureBuffer", en: "Reactor onBackpressureBuffer" },
  summary: {
    ko: "한도가 있어도 끝없이 요청합니다. 가득 차면 고른 규칙에 따라 하나를 버리거나, 쌓아 둔 것을 다 넘긴 뒤 오류로 끝납니다.",
    en: "Bounded or not, it requests without limit. When full, it drops one or passes on what it holds and then fails, as you choose.",
  },
  advice: {
    ko: "한도는 메모리를 지킬 뿐 소스를 느리게 하지 않습니다. 무엇을 잃을지 고르고, 오래된 값이 쓸모없다면 ttl을 쓰세요.",
    en: "A bound protects memory; it does not slow down the source. Choose what may be lost, and use a ttl if old values are useless.",
  },
  params: [capacityParam, overflowParam, ttlParam],
  lines: {
    ...LINES,
    dropped: "dropped {0}",
    full: "OverflowException: The receiver is overrun by more signals than expected (bounded queue...)",
  },
  echo: { done: "done" },
  guarantees: (values) => ({
    maxBuffered: placesOf(values),
    lossless: values.reactorOverflow === "unbounded",
    producerWaits: false,
    inOrder: true,
    keeps: KEEPS[values.reactorOverflow],
  }),
  topology: (values) => overflowBuffer(placesOf(values)),
  launch(program) {
    subscribe(
      create(program.emitting(), "IGNORE", program.sourceStation()),
      [operatorOf(program)],
      program.worker(program.connection("overflow", "workers"), () => ["full"]),
    );
  },
  source: (values) =>
    createCode(values, "IGNORE", [PRINTS_REQUESTS, ...callOf(values)], importsOf(values)),
});

function operatorOf(program: Program<Values & Program["values"]>): Operator<number> {
  const { capacity: maxSize, reactorOverflow, ttlMs } = program.values;
  const logs = [
    program.lastStation("overflow"),
    program.connection("source", "overflow", "requested"),
  ] as const;
  const onLost = (element: number) => program.print("dropped", [element]);
  const strategy = STRATEGIES[reactorOverflow];
  if (strategy !== undefined) {
    return onBackpressureBufferStrategy({ maxSize, strategy, onOverflow: onLost }, ...logs);
  }
  if (reactorOverflow === "ttl") {
    const settings = { ttlMs, maxSize, onBufferEviction: onLost };
    return onBackpressureBufferTtl(program.clock, settings, ...logs);
  }
  if (reactorOverflow === "unbounded") return onBackpressureBuffer({}, ...logs);
  return onBackpressureBuffer({ maxSize, onOverflow: onLost }, ...logs);
}

function importsOf({ reactorOverflow }: Values): string[] {
  if (reactorOverflow === "ttl") return ["java.time.Duration"];
  return STRATEGIES[reactorOverflow] === undefined
    ? []
    : ["reactor.core.publisher.BufferOverflowStrategy"];
}

function callOf({ capacity, reactorOverflow, ttlMs }: Values): Source {
  const drops = '{ println("dropped $it") }';
  const strategy = STRATEGIES[reactorOverflow];
  if (strategy !== undefined) {
    return [
      ".onBackpressureBuffer(",
      `    ${capacity},`,
      `    ${drops},`,
      `    BufferOverflowStrategy.${strategy}`,
      ")",
    ];
  }
  if (reactorOverflow === "ttl") {
    return [
      `.onBackpressureBuffer(Duration.ofMillis(${ttlMs}), ${capacity}) {`,
      '    println("dropped $it")',
      "}",
    ];
  }
  if (reactorOverflow === "unbounded") return [".onBackpressureBuffer()"];
  return [`.onBackpressureBuffer(${capacity}) ${drops}`];
}
