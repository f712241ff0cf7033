import { choiceParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { indented } from "../../../source-text.ts";
import type { Guarantees } from "../../../strategy.ts";
import { type BufferStation, type Pressure, stationNumber } from "../../../topology.ts";
import { UNLIMITED } from "../../channels/index.ts";
import { MAIN } from "../../code/blocks.ts";
import { chained, collectorCode, numbersCode, workCode } from "../../code/flow-code.ts";
import { CancellationException, type Steps } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { buffer, collectLatest, conflate, type Flow, flowOn } from "../../flow/index.ts";
import { SUPERSEDED } from "../../flow/losses.ts";
import { flowWords } from "../../flow-words.ts";
import type { Program } from "../../program.ts";
import { emitting } from "../../programs/emitting.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The capacity of the upper of two buffers. */
const UPPER = 2;
/** The capacity of a buffer without a given size. */
const DEFAULT_PLACES = 64;

const operatorParam = choiceParam({
  key: "operator",
  link: "op",
  label: { ko: "emit과 collect 사이", en: "Between emit and collect" },
  help: {
    ko: "flow와 collect 사이의 연산자. ‘버퍼 용량’은 n이 있는 것에만 쓰입니다.",
    en: "The operator between flow and collect. Capacity is used only by those with n.",
  },
  choices: [
    { value: "none", label: { ko: "없음", en: "nothing" } },
    { value: "buffer", label: { ko: "buffer(n)", en: "buffer(n)" } },
    { value: "two-buffers", label: { ko: "buffer(2).buffer(n)", en: "buffer(2).buffer(n)" } },
    {
      value: "drop-oldest",
      label: { ko: "buffer(n, DROP_OLDEST)", en: "buffer(n, DROP_OLDEST)" },
    },
    {
      value: "drop-latest",
      label: { ko: "buffer(n, DROP_LATEST)", en: "buffer(n, DROP_LATEST)" },
    },
    { value: "unlimited", label: { ko: "buffer(UNLIMITED)", en: "buffer(UNLIMITED)" } },
    { value: "conflate", label: { ko: "conflate()", en: "conflate()" } },
    { value: "latest", label: { ko: "collectLatest", en: "collectLatest" } },
    { value: "flow-on", label: { ko: "flowOn(Default)", en: "flowOn(Default)" } },
  ],
  default: "none",
  change: "structural",
});

type Operator = (typeof operatorParam)["default"];

interface Way {
  readonly name: NonNullable<BufferStation["name"]>;
  /** Returns the most elements that wait between `emit` and `collect`. */
  places(capacity: number): number;
  readonly pressure: Pressure;
  readonly keeps: Guarantees["keeps"];
  /** Returns the calls between `numbers` and `collect` in the text; `imports` are their names in kotlinx.coroutines. */
  calls(capacity: number): readonly string[];
  readonly imports: readonly string[];
  /** Puts the operator below `upstream`; `station` is the number of its channel's station. */
  readonly operator: (upstream: Flow<number>, capacity: number, station: number) => Flow<number>;
}

const LOSSLESS = { pressure: "suspend", keeps: "all" } as const;
const NEWEST = { pressure: "none", keeps: "newest" } as const;

const WAYS: Readonly<Record<Operator, Way>> = {
  none: {
    ...LOSSLESS,
    name: { ko: "버퍼 없음", en: "no buffer" },
    places: () => 0,
    calls: () => [],
    imports: [],
    operator: (upstream) => upstream,
  },
  buffer: {
    ...LOSSLESS,
    name: { ko: "buffer의 채널", en: "buffer’s channel" },
    places: (capacity) => capacity,
    calls: (capacity) => [`.buffer(${capacity})`],
    imports: ["flow.buffer"],
    operator: (upstream, capacity, station) => buffer(upstream, capacity, "SUSPEND", station),
  },
  "two-buffers": {
    ...LOSSLESS,
    name: { ko: "하나가 된 채널", en: "one channel for both" },
    places: (capacity) => UPPER + capacity,
    calls: (capacity) => [`.buffer(${UPPER})`, `.buffer(${capacity})`],
    imports: ["flow.buffer"],
    operator: (upstream, capacity, station) =>
      buffer(buffer(upstream, UPPER), capacity, "SUSPEND", station),
  },
  "drop-oldest": { ...dropping("DROP_OLDEST"), keeps: "newest" },
  "drop-latest": { ...dropping("DROP_LATEST"), keeps: "oldest" },
  unlimited: {
    pressure: "none",
    keeps: "all",
    name: { ko: "buffer의 채널", en: "buffer’s channel" },
    places: () => Number.POSITIVE_INFINITY,
    calls: () => [".buffer(Channel.UNLIMITED)"],
    imports: ["flow.buffer", "channels.Channel"],
    operator: (upstream, _, station) => buffer(upstream, UNLIMITED, "SUSPEND", station),
  },
  conflate: {
    ...NEWEST,
    name: { ko: "최신 값 한 칸", en: "One slot for the newest" },
    places: () => 1,
    calls: () => [".conflate()"],
    imports: ["flow.conflate"],
    operator: (upstream, _, station) => conflate(upstream, station),
  },
  latest: {
    ...NEWEST,
    name: { ko: "버퍼 없음", en: "no buffer" },
    places: () => 0,
    calls: () => [],
    imports: ["flow.collectLatest"],
    operator: (upstream) => upstream,
  },
  "flow-on": {
    ...LOSSLESS,
    name: { ko: "flowOn의 채널", en: "flowOn’s channel" },
    places: () => DEFAULT_PLACES,
    calls: () => [".flowOn(Dispatchers.Default)"],
    imports: ["flow.flowOn", "Dispatchers"],
    operator: (upstream, _, station) => flowOn(upstream, station),
  },
};

/** A cold flow, with an operator between its `emit` and its `collect`. */
export const flowBuffer = defineStrategy({
  id: "flow-buffer",
  version: "library",
  words: flowWords,
  name: { ko: "Kotlin flow", en: "Kotlin flow" },
  summary: {
    ko: "연산자가 없으면 emit은 수집기의 처리가 끝나기를 기다립니다. buffer는 그 사이에 채널을, conflate는 최신 값 한 칸을 두고, collectLatest는 하던 처리를 취소합니다.",
    en: "With no operator, emit waits for the collector’s work. buffer puts a channel in between, conflate one slot for the newest value; collectLatest cancels the work in progress.",
  },
  advice: {
    ko: "하나도 잃을 수 없으면 그대로 두거나 buffer를 쓰세요. 최신 값만 필요하면 conflate, 새 값이 왔을 때 하던 일이 쓸모없어진다면 collectLatest입니다. collectLatest는 처리 시간이 값의 간격보다 길면 하나도 끝내지 못합니다.",
    en: "If nothing may be lost, leave it as it is or use buffer. If only the newest value counts, use conflate. If a newer value makes the current work pointless, use collectLatest, which finishes nothing while values come faster than the work takes.",
  },
  params: [operatorParam, capacityParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { began: "began {0}", done: "done {0}" },
  echo: { done: "done" },
  guarantees({ operator, capacity }) {
    const { places, keeps, pressure } = WAYS[operator];
    return {
      maxBuffered: places(capacity),
      lossless: keeps === "all",
      producerWaits: pressure === "suspend",
      inOrder: true,
      keeps,
    };
  },
  topology({ operator, capacity }) {
    const { places, pressure, name } = WAYS[operator];
    return throughBuffer({ capacity: places(capacity), name }, pressure);
  },
  launch(program) {
    const { operator } = program.values;
    if (operator === "none") collectDirectly(program);
    else if (operator === "latest") collectTheLatest(program);
    else collectBehind(program, WAYS[operator]);
  },
  kotlin({ operator, capacity, count, producerDelayMs, consumerDelayMs }) {
    const { calls, imports } = WAYS[operator];
    const isLatest = operator === "latest";
    const collect = collectorCode(isLatest ? "collectLatest" : "collect", [
      ...(isLatest ? ['println("began $element")'] : []),
      ...workCode(consumerDelayMs),
    ]);
    return {
      imports: [...["flow.flow", ...imports].map((name) => `kotlinx.coroutines.${name}`)],
      program: [
        MAIN,
        ...indented([
          ...numbersCode({ count, producerDelayMs }),
          "",
          ...chained("numbers", calls(capacity), collect),
        ]),
        "}",
      ],
    };
  },
});

/** A `buffer` that drops an element when it is full. */
function dropping(overflow: "DROP_OLDEST" | "DROP_LATEST"): Omit<Way, "keeps"> {
  return {
    pressure: "none",
    name: { ko: "buffer의 채널", en: "buffer’s channel" },
    places: (capacity) => capacity,
    calls: (capacity) => [`.buffer(${capacity}, BufferOverflow.${overflow})`],
    imports: ["flow.buffer", "channels.BufferOverflow"],
    operator: (upstream, capacity, station) => buffer(upstream, capacity, overflow, station),
  };
}

interface Load {
  readonly capacity: number;
  readonly count: number;
  readonly producerDelayMs: number;
  readonly consumerDelayMs: number;
}

/** Emitter and collector share a coroutine: `emit` calls the collector's block, and returns when that does. */
function collectDirectly(program: Program<Load>): void {
  program.launch("worker", 0, function* () {
    const { sim, values } = program;
    const collector = sim.current.id;
    const emitter = program.actor("producer");
    const numbers = emitting(program, () => emitter);
    yield* numbers.collect(sim, function* (element) {
      program.handed(element, emitter, collector);
      program.held(-1, "buffer", emitter);
      yield* program.delay(values.consumerDelayMs);
      program.done(element);
      program.released("buffer", emitter);
    });
    program.ended(emitter);
  });
}

/** The emitter has its own coroutine, with a channel between it and the collector's. */
function collectBehind(program: Program<Load>, { operator }: Way): void {
  const { sim, values, topology } = program;
  const numbers = emitting(program, () => program.runsAs("producer"));
  const flow = operator(numbers, values.capacity, stationNumber(topology, "buffer"));
  program.launch("worker", 0, function* () {
    yield* flow.collect(sim, function* (element) {
      yield* program.delay(values.consumerDelayMs);
      program.done(element);
    });
  });
}

/** Each element is worked on in its own coroutine, which the next element cancels. */
function collectTheLatest(program: Program<Load>): void {
  program.launch("worker", 0, function* () {
    const { sim, values } = program;
    const collector = sim.current.id;
    let emitter = 0;
    const numbers = emitting(program, () => {
      emitter = program.runsAs("producer");
      return emitter;
    });
    yield* collectLatest(sim, numbers, function* (element): Steps<void> {
      program.handed(element, emitter, collector);
      program.printBy(collector, "began", element);
      try {
        yield* program.delay(values.consumerDelayMs, collector);
      } catch (error) {
        if (error instanceof CancellationException) {
          program.lost(element, SUPERSEDED, "workers", collector);
        }
        throw error;
      }
      program.done(element, collector);
    });
  });
}
