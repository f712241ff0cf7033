/** Lanes can be compared because every strategy of one spec meets the same load. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Recording } from "../../src/run/index.ts";
import {
  type StrategyId,
  channelStrategies as strategies,
  strategyOf,
} from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { loadOf } from "../support/random-specs.ts";
import { recorded } from "../support/runs.ts";

/** The pauses of the producer, or the service times of the elements, in order. */
function delays(run: Recording, role: "producer" | "worker"): number[] {
  const { trace } = run;
  const found: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    const isRole = run.actorOf(trace.whoAt(row))?.role === role;
    if (isRole && trace.kindAt(row) === RowKind.BEGAN) found.push(trace.elementAt(row));
  }
  return found;
}

function producedAt({ trace }: Recording): number[] {
  const found: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (trace.kindAt(row) === RowKind.MADE) found.push(trace.timeAt(row));
  }
  return found;
}

const anyLoad = loadOf("bounded").map(({ count, ...load }) => ({ ...load, count: count || 30 }));

test("the producer makes the same pauses under every strategy", () => {
  fc.assert(
    fc.property(anyLoad, fc.nat(), (values, seed) => {
      const [first = [], ...others] = strategies.map(({ id }) =>
        delays(recorded({ strategy: id, values: { ...values, latePercent: 0 }, seed }), "producer"),
      );
      for (const other of others) {
        // One that has to wait may not come to all of them in the time of the run.
        const both = Math.min(first.length, other.length);
        expect(other.slice(0, both)).toEqual(first.slice(0, both));
      }
    }),
  );
});

test("where nobody waits, elements are made at the same times under every strategy", () => {
  const waits = (id: StrategyId) =>
    strategyOf(catalogue, id).guarantees({ capacity: 1 }).producerWaits;
  const free = strategies.map(({ id }) => id).filter((id) => !waits(id));
  expect(free.length).toBeGreaterThan(3);
  fc.assert(
    fc.property(anyLoad, fc.nat(), (values, seed) => {
      const [first, ...others] = free.map((id) =>
        producedAt(recorded({ strategy: id, values: { ...values, latePercent: 0 }, seed })),
      );
      for (const other of others) expect(other).toEqual(first);
    }),
  );
});

test("an element takes the same time under every strategy that loses none", () => {
  fc.assert(
    fc.property(anyLoad, fc.nat(), (values, seed) => {
      const [bounded = [], unlimited = [], rendezvous = []] = (
        ["bounded", "unlimited", "rendezvous"] as const
      ).map((strategy) =>
        delays(recorded({ strategy, values: { ...values, workers: 1 }, seed }), "worker"),
      );
      for (const [index, serviceMs] of bounded.entries()) {
        for (const other of [unlimited[index], rendezvous[index]]) {
          if (other !== undefined) expect(other).toBe(serviceMs);
        }
      }
    }),
  );
});
