/**
 * Every strategy of RxJava and Reactor behaves like its chain of operators, built as for the recordings that prove the
 * operators: the same elements are received, dropped and requested at the same times, and the same error ends both.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Values } from "../../../src/params/index.ts";
import { eventAt } from "../../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../../src/systems/index.ts";
import { RowKind } from "../../../src/trace/index.ts";
import type { RecordedOperator, RecordedSource } from "../../parity/stream-recording.ts";
import { replayStream } from "../../parity/streams.ts";
import { catalogue } from "../../support/everything.ts";
import { playProgram } from "../../support/play-program.ts";
import { rounds } from "../../support/rounds.ts";

type Load = Readonly<Record<string, number | string>>;

interface Chain {
  readonly strategy: StrategyId;
  /** The settings of the strategy, one set for each form of the operator. */
  readonly forms: readonly Values[];
  /** What `create` does with elements that are not requested; null for an interval, which has no such choice. */
  readonly create: string | null;
  operators(values: Load): RecordedOperator[];
}

const CAPACITY_FORMS: Readonly<Record<string, Partial<RecordedOperator>>> = {
  unbounded: {},
  error: {},
  "strategy-error": { strategy: "ERROR" },
  "drop-oldest": { strategy: "DROP_OLDEST" },
  "drop-latest": { strategy: "DROP_LATEST" },
};

function bufferOf(form: string, { capacity, ttlMs }: Load): RecordedOperator {
  const name = "onBackpressureBuffer";
  if (form === "unbounded") return { name };
  if (form === "ttl") return { name, capacity: Number(capacity), ttl: Number(ttlMs) };
  return { name, capacity: Number(capacity), ...CAPACITY_FORMS[form] };
}

const DROPS: Readonly<Record<string, string>> = {
  drop: "onBackpressureDrop",
  latest: "onBackpressureLatest",
  error: "onBackpressureError",
};

const prefetchOf = ({ prefetch }: Load) => ({ prefetch: Number(prefetch) });

const CHAINS: readonly Chain[] = [
  {
    strategy: "rx-observe-on",
    forms: [{}],
    create: "BUFFER",
    operators: (values) => [{ name: "observeOn", ...prefetchOf(values) }],
  },
  {
    strategy: "rx-buffer",
    forms: Object.keys(CAPACITY_FORMS).map((rxOverflow) => ({ rxOverflow })),
    create: "MISSING",
    operators: (values) => [bufferOf(String(values["rxOverflow"]), values)],
  },
  {
    strategy: "rx-drop",
    forms: [{ rxDrop: "drop" }, { rxDrop: "latest" }],
    create: "MISSING",
    operators: (values) => [
      { name: DROPS[values["rxDrop"] as string] as string },
      { name: "observeOn", ...prefetchOf(values) },
    ],
  },
  {
    strategy: "rx-interval",
    forms: [{}],
    create: null,
    operators: (values) => [{ name: "observeOn", ...prefetchOf(values) }],
  },
  {
    strategy: "reactor-publish-on",
    forms: [{}],
    create: "BUFFER",
    operators: (values) => [{ name: "publishOn", ...prefetchOf(values) }],
  },
  {
    strategy: "reactor-buffer",
    forms: [...Object.keys(CAPACITY_FORMS), "ttl"].map((reactorOverflow) => ({ reactorOverflow })),
    create: "IGNORE",
    operators: (values) => [bufferOf(String(values["reactorOverflow"]), values)],
  },
  {
    strategy: "reactor-drop",
    forms: Object.keys(DROPS).map((reactorDrop) => ({ reactorDrop })),
    create: "IGNORE",
    operators: (values) => [
      { name: DROPS[values["reactorDrop"] as string] as string },
      { name: "publishOn", ...prefetchOf(values) },
    ],
  },
];

/**
 * Loads in which no two things are due at the same time. Their order would differ: the program of a recorded source
 * registers all its elements when it begins, while that of a strategy registers one after the other.
 */
const anyLoad = fc.record({
  producerDelayMs: fc.constantFrom(100, 200, 400),
  consumerDelayMs: fc.constantFrom(101, 301, 701),
  count: fc.integer({ min: 1, max: 40 }),
  prefetch: fc.integer({ min: 1, max: 9 }),
  capacity: fc.integer({ min: 1, max: 9 }),
  ttlMs: fc.constantFrom(170, 470, 1270),
});

const UNTIL_MS = 60_000;

describe.each(CHAINS)("$strategy", ({ strategy, forms, create, operators }) => {
  test.each(forms)("with %o", (form) => {
    fc.assert(
      fc.property(anyLoad, (load) => {
        const keys = strategyOf(catalogue, strategy).params.map(({ key }) => key);
        const all = { ...load, ...form };
        const values = Object.fromEntries(
          Object.entries(all).filter(([key]) => keys.includes(key) || /DelayMs|count/.test(key)),
        );
        expect(played(strategy, values)).toEqual(recorded(strategy, create, operators(all), load));
      }),
      { numRuns: rounds(100, 15) },
    );
  });
});

/** What the strategy's rows say: what reached the subscriber, was dropped and was requested, and how the run ended. */
function played(strategy: StrategyId, values: Values) {
  const { trace, topology, lines, numbersOf } = playProgram(strategy, values, UNTIL_MS);
  const workers = topology.stations.length - 1;
  const rows: unknown[] = [];
  const first = topology.connections.findIndex(({ pressure }) => pressure === "request");
  for (let row = 0; row < trace.length; row++) {
    const { timeMs, kind, station, element, who } = eventAt(trace, row);
    if (kind === RowKind.LEFT && who === 2) rows.push([timeMs, "next", element]);
    if (
      kind === RowKind.REQUESTED &&
      station === first &&
      topology.connections[first]?.to !== workers
    )
      rows.push([timeMs, "request", element < 0 ? 2 ** 63 : element]);
  }
  for (const { timeMs, number } of numbersOf("dropped")) rows.push([timeMs, "drop", number]);
  for (const { timeMs, text } of lines) {
    if (/Exception/.test(text)) rows.push([timeMs, "error", text.split(":")[0]]);
  }
  return sorted(rows);
}

function recorded(
  strategy: StrategyId,
  create: string | null,
  operators: RecordedOperator[],
  { producerDelayMs, consumerDelayMs, count }: { readonly [key: string]: number },
) {
  const period = Number(producerDelayMs);
  const source: RecordedSource =
    create === null
      ? { kind: "interval", period, count: Number(count) }
      : {
          kind: "hot",
          strategy: create,
          at: Array.from({ length: Number(count) }, (_, i) => i * period),
        };
  const rows = replayStream({
    id: strategy,
    system: strategyOf(catalogue, strategy).system.id,
    source,
    operators,
    subscriber: { initial: 1, request: 1, after: Number(consumerDelayMs) },
    until: UNTIL_MS,
    trace: [],
  });
  return sorted(rows.filter(([, what]) => ["next", "drop", "request", "error"].includes(what)));
}

/** Groups the rows by kind and keeps the order within each: printed lines are not in order with the other rows. */
function sorted(rows: readonly unknown[]) {
  const kinds = ["next", "drop", "request", "error"];
  return kinds.map((kind) => rows.filter((row) => (row as unknown[])[1] === kind));
}
