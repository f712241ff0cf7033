/**
 * What holds for every program, as written or as meant, under random settings: nothing is lost from sight,
 * a run is a function of its spec, and what the page says a strategy guarantees is so.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Param, Values } from "../../../../src/params/index.ts";
import {
  eventAt,
  initialValues,
  paramsOf,
  type Recording,
  type RunSpec,
  type RunState,
} from "../../../../src/run/index.ts";
import type { StrategyId } from "../../../../src/systems/index.ts";
import { TraceKind } from "../../../../src/trace/index.ts";
import { allStrategies } from "../../../support/everything.ts";
import { anyValueOf } from "../../../support/random-specs.ts";
import { rounds } from "../../../support/rounds.ts";
import { fingerprint, recorded } from "../../../support/runs.ts";

const RUNS = rounds(25);
const programs = allStrategies.filter(({ version }) => version !== "library");

/** Values that keep a run short and its buffers small enough to fill. */
function anyLoadValue(param: Param): fc.Arbitrary<number | string | boolean> {
  if (param.kind !== "int") return anyValueOf(param);
  const least = ["producerDelayMs", "intervalMs", "count", "rounds"].includes(param.key) ? 1 : 0;
  const most = { ms: 80, s: 3 }[param.unit as string] ?? Math.max(12, 2 * param.default);
  const range = { min: Math.max(param.min, least), max: Math.min(param.max, most, 100) };
  return fc.integer({ ...range, max: Math.max(range.min, range.max) });
}

function anyRunOf(strategy: StrategyId): fc.Arbitrary<RunSpec> {
  const values = Object.fromEntries(
    paramsOf(strategy).map((param) => [param.key, anyLoadValue(param)]),
  );
  return fc.record({
    scenario: fc.constant("fast-producer" as const),
    strategy: fc.constant(strategy),
    values: fc
      .record(values)
      .map((load): Values => ({ ...load, durationS: 3, heapMiB: 4096, elementKiB: 1 })),
    seed: fc.nat(),
    interventions: fc.constant([]),
  });
}

function forAnyRun(id: StrategyId, check: (run: Recording, spec: RunSpec) => void): void {
  fc.assert(
    fc.property(anyRunOf(id), (spec) => {
      check(recorded(spec), spec);
    }),
    { numRuns: RUNS },
  );
}

function inHand({ producers, carriers }: RunState): number {
  const made = producers.filter(
    ({ activity, element }) => activity !== "suspended" && element >= 0,
  ).length;
  return made + carriers.filter(({ activity }) => activity !== "suspended").length;
}

describe.each(programs.map((strategy) => ({ id: strategy.id, strategy })))(
  "$id",
  ({ id, strategy }) => {
    test("each element is in one place, at every row", () => {
      forAnyRun(id, ({ history, trace }) => {
        for (let rows = 0; rows <= trace.length; rows++) {
          const state = history.stateAtRow(rows);
          const lost = state.dropped + state.failed + state.rejected;
          const held = state.buffer.length + state.waiting.length + state.handedOver;
          expect([rows, state.received + lost + held + inHand(state)]).toEqual([
            rows,
            state.produced,
          ]);
          expect(state.handedOver).toBeGreaterThanOrEqual(0);
          expect(state.done + state.failedWork).toBeLessThanOrEqual(state.received);
        }
      });
    });

    test("the same spec gives the same trace, to the byte", () => {
      forAnyRun(id, (run, spec) => expect(fingerprint(recorded(spec))).toBe(fingerprint(run)));
    });

    test("never more in the buffer than is said", () => {
      forAnyRun(id, ({ history, trace }, spec) => {
        const { maxBuffered } = strategy.guarantees(initialValues(spec));
        for (let rows = 0; rows <= trace.length; rows++) {
          expect(history.stateAtRow(rows).buffer.length).toBeLessThanOrEqual(maxBuffered);
        }
      });
    });

    test("lossless: nothing is dropped, fails or is turned away", () => {
      forAnyRun(id, ({ history, lastMs }, spec) => {
        if (!strategy.guarantees(initialValues(spec)).lossless) return;
        const { dropped, failed, failedWork, rejected } = history.stateAt(lastMs);
        expect({ dropped, failed, failedWork, rejected }).toEqual({
          dropped: 0,
          failed: 0,
          failedWork: 0,
          rejected: 0,
        });
      });
    });

    test("the producer waits only if that is said", () => {
      forAnyRun(id, (run, spec) => {
        const { trace } = run;
        if (strategy.guarantees(initialValues(spec)).producerWaits) return;
        for (let row = 0; row < trace.length; row++) {
          const { kind, who } = eventAt(trace, row);
          if (kind === TraceKind.SUSPENDED) expect(run.actorOf(who)?.role).not.toBe("producer");
        }
      });
    });

    test("in order: a single worker receives the elements as they were produced", () => {
      forAnyRun(id, ({ trace }, spec) => {
        if (!strategy.guarantees(initialValues(spec)).inOrder) return;
        const events = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
        const received = events.filter(({ kind }) => kind === TraceKind.RECEIVED);
        if (new Set(received.map(({ who }) => who)).size > 1) return;
        const made = events.flatMap(({ kind, element }) =>
          kind === TraceKind.PRODUCED ? [element] : [],
        );
        const places = received.map(({ element }) => made.indexOf(element));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      });
    });
  },
);
