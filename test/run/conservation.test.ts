/**
 * Nothing is lost on the way: each element is in exactly one place, at every row of any run. The places
 * are told by a second, plainer reading of the trace (`NaiveRun`), which also checks every move.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { initialValues, type RunState } from "../../src/run/index.ts";
import { channelStrategies as strategies } from "../../src/systems/index.ts";
import { TraceKind } from "../../src/trace/index.ts";
import { NaiveRun } from "../support/naive-run.ts";
import { anyRun, anyRunOf } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** Elements that were made and stand in the producer's hand, neither offered nor waiting yet. */
function inHand({ producers }: RunState): number {
  return producers.filter(({ activity, element }) => activity === "ready" && element >= 0).length;
}

/** Elements that are on the network, or have just left it. */
function onTheWay({ carriers }: RunState): number {
  return carriers.filter(({ activity }) => activity !== "suspended").length;
}

describe.each(strategies.map(({ id }) => id))("%s", (id) => {
  test("produced = received + dropped + buffered + waiting + handed over + in hand, at every row", () => {
    fc.assert(
      fc.property(anyRunOf(id), (spec) => {
        const { trace, history } = recorded(spec);
        const naive = new NaiveRun();
        for (let rows = 0; rows <= trace.length; rows++) {
          if (rows > 0) naive.add(trace, rows - 1);
          const state = history.stateAtRow(rows);
          const { produced, received, dropped, buffer, waiting, handedOver } = state;
          expect(produced).toBe(
            received +
              dropped +
              buffer.length +
              waiting.length +
              handedOver +
              inHand(state) +
              onTheWay(state),
          );
          expect(handedOver).toBe(naive.countOf("handed over"));
          expect(dropped).toBe(naive.countOf("dropped"));
          expect(received).toBe(naive.received.length);
          expect(state.done).toBe(naive.countOf("done"));
          expect(waiting).toEqual(naive.waiting);
          expect(inHand(state) + onTheWay(state)).toBe(naive.countOf("hand"));
        }
      }),
      { numRuns: rounds(30) },
    );
  });
});

test("an element is in the producer's hand only until the row that takes it from there", () => {
  const takes = new Set<TraceKind>([
    TraceKind.ACCEPTED,
    TraceKind.HANDED_OVER,
    TraceKind.SUSPENDED,
    TraceKind.DROPPED,
  ]);
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history } = recorded(spec);
      for (let rows = 1; rows <= trace.length; rows++) {
        if (inHand(history.stateAtRow(rows)) === 0) continue;
        // Either it has just been made, or the oldest has just been dropped to make room for it.
        expect([TraceKind.PRODUCED, TraceKind.DROPPED]).toContain(trace.kindAt(rows - 1));
        expect(takes.has(trace.kindAt(rows))).toBe(true);
        expect(trace.timeAt(rows)).toBe(trace.timeAt(rows - 1));
      }
    }),
  );
});

test("between two instants nothing is on its way: no element in hand, none handed over", () => {
  fc.assert(
    fc.property(anyRun, fc.array(fc.nat(3000), { maxLength: 20 }), (spec, times) => {
      const { history } = recorded(spec);
      for (const timeMs of times) {
        const state = history.stateAt(timeMs);
        expect(inHand(state)).toBe(0);
        expect(state.carriers.filter(({ activity }) => activity === "ready")).toEqual([]);
        expect(state.handedOver).toBe(0);
      }
    }),
  );
});

test("what the actors have finished adds up to the totals", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { history, lastMs } = recorded(spec);
      const { produced, done, received, producers, workers, accepted } = history.stateAt(lastMs);
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      const carried = initialValues(spec)["latencyMs"] !== 0;
      expect(sum(producers.map(({ finished }) => finished))).toBe(carried ? 0 : produced);
      expect(sum(workers.map(({ finished }) => finished))).toBe(done);
      expect(workers.filter(({ element }) => element >= 0).length).toBe(received - done);
      expect(accepted).toBeLessThanOrEqual(produced);
    }),
  );
});
