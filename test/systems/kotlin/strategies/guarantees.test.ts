/**
 * What the page says a strategy guarantees, checked on runs with random loads, rhythms, numbers of
 * workers and changes on the way.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt, initialValues, type Recording, type RunSpec } from "../../../../src/run/index.ts";
import {
  type StrategyId,
  channelStrategies as strategies,
  strategyOf,
} from "../../../../src/systems/index.ts";
import { DropRule, TraceKind } from "../../../../src/trace/index.ts";
import { anyRunOf } from "../../../support/random-specs.ts";
import { rounds } from "../../../support/rounds.ts";
import { fingerprint, recorded, specOf } from "../../../support/runs.ts";

const RUNS = rounds(60);

function forAnyRun(id: StrategyId, check: (run: Recording, spec: RunSpec) => void): void {
  fc.assert(
    fc.property(anyRunOf(id), (spec) => check(recorded(spec), spec)),
    { numRuns: RUNS },
  );
}

function events({ trace }: Recording) {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
}

function elements(run: Recording, kind: TraceKind): number[] {
  return events(run)
    .filter((event) => event.kind === kind)
    .map(({ element }) => element);
}

describe.each(strategies.map(({ id }) => id))("%s", (id) => {
  const guaranteesOf = (spec: RunSpec) => strategyOf(id).guarantees(initialValues(spec));

  test("the buffer never holds more than maxBuffered, at any row", () => {
    forAnyRun(id, (run, spec) => {
      const { maxBuffered } = guaranteesOf(spec);
      for (let rows = 0; rows <= run.trace.length; rows++) {
        expect(run.history.stateAtRow(rows).buffer.length).toBeLessThanOrEqual(maxBuffered);
      }
    });
  });

  test("lossless: nothing is dropped, and at the end everything has been received", () => {
    forAnyRun(id, (run, spec) => {
      const { produced, received, dropped } = run.history.stateAt(run.lastMs);
      if (guaranteesOf(spec).lossless) expect(dropped).toBe(0);
      if (run.end?.reason === "completed") expect(received + dropped).toBe(produced);
    });
  });

  test("the producer waits only if that is said", () => {
    forAnyRun(id, (run, spec) => {
      if (guaranteesOf(spec).producerWaits) return;
      for (const { kind, who } of events(run)) {
        if (kind === TraceKind.SUSPENDED) expect(run.actorOf(who)?.role).not.toBe("producer");
      }
    });
  });

  test("inOrder: elements leave the channel as they were produced", () => {
    forAnyRun(id, (run, spec) => {
      expect(guaranteesOf(spec).inOrder).toBe(true);
      const left = new Set<number>();
      for (const { kind, element } of events(run)) {
        if (kind === TraceKind.HANDED_OVER || kind === TraceKind.RECEIVED) left.add(element);
      }
      expect([...left]).toEqual([...left].toSorted((a, b) => a - b));
    });
  });

  test("inOrder: a single worker receives them so; of several, none receives one late", () => {
    forAnyRun(id, (run, spec) => {
      const received = events(run).filter(({ kind }) => kind === TraceKind.RECEIVED);
      const inOrder = received.toSorted((a, b) => a.element - b.element);
      // Who was handed an element may run after a worker that takes the next one at that instant.
      expect(inOrder.map(({ timeMs }) => timeMs)).toEqual(received.map(({ timeMs }) => timeMs));
      const workers = [
        initialValues(spec),
        ...spec.interventions.map(({ key, value }) => ({ [key]: value })),
      ];
      if (workers.every((values) => (values["workers"] ?? 1) === 1))
        expect(inOrder).toEqual(received);
    });
  });

  test("keeps: newest or oldest, as each loss shows", () => {
    forAnyRun(id, (run, spec) => {
      const { keeps } = guaranteesOf(spec);
      // Over a network the newest is the one that arrives last, not the one that was made last.
      if (initialValues(spec)["latencyMs"] !== 0) return;
      for (const { row, element, kind, detail } of events(run)) {
        if (kind !== TraceKind.DROPPED) continue;
        const { buffer, produced } = run.history.stateAtRow(row);
        const newest = produced - 1;
        if (keeps === "newest") {
          // The newest takes the place of the oldest.
          expect(detail).toBe(DropRule.OLDEST);
          expect(element).toBe(buffer.at(0));
          expect(element).toBeLessThan(newest);
        } else {
          // The newest is turned away, and the buffer is full of older ones.
          expect(keeps).toBe("oldest");
          expect([DropRule.LATEST, DropRule.REFUSED]).toContain(detail);
          expect(element).toBe(newest);
          expect(buffer.length).toBe(run.capacity);
        }
      }
    });
  });
});

describe("under a producer that stays faster, each promise shows", () => {
  const overload = { producerDelayMs: 10, consumerDelayMs: 100, capacity: 4, durationS: 5 };

  test.each(strategies.map(({ id }) => id))("%s", (id) => {
    const spec = specOf({ strategy: id, values: overload });
    const run = recorded(spec);
    const { lossless, producerWaits, maxBuffered } = strategyOf(id).guarantees(initialValues(spec));
    const { buffer, waiting, dropped, produced, received } = run.history.stateAt(4_950);
    expect(dropped > 0).toBe(!lossless);
    expect(waiting.length).toBe(producerWaits ? 1 : 0);
    expect(run.history.marks.firstSuspensionMs !== null).toBe(producerWaits);
    expect(buffer.length).toBe(Math.min(maxBuffered, produced - received));
  });

  test("DROP_LATEST and trySend lose the same elements", () => {
    const lost = (strategy: StrategyId) =>
      elements(recorded({ strategy, values: overload }), TraceKind.DROPPED);
    expect(lost("try-send")).toEqual(lost("drop-latest"));
  });

  test("conflated is drop-oldest with one place", () => {
    const values = { ...overload, capacity: 1 };
    const conflated = recorded({ strategy: "conflated", values });
    const dropOldest = recorded({ strategy: "drop-oldest", values });
    expect(fingerprint(conflated)).toEqual(fingerprint(dropOldest));
  });
});
