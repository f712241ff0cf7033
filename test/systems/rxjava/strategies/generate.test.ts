import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { RowKind, type Trace } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";

const ID = "rx-generate";
const LOAD = { consumerDelayMs: 100, count: 100, prefetch: 8 };

/** When each element was made, in ms. */
function madeAt(trace: Trace): number[] {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
    .filter(({ kind }) => kind === RowKind.MADE)
    .map(({ timeMs }) => timeMs);
}

describe("generate makes what is requested, when it is requested", () => {
  const { trace, numbersOf, endMs, end, lines } = playProgram(ID, LOAD);

  test("observeOn requests 8, then 6 each time 6 were passed on, and as many are made at once", () => {
    const asked = numbersOf("requested").map(({ timeMs, number }) => [timeMs, number]);
    expect(asked.slice(0, 4)).toEqual([
      [0, 8],
      [500, 6],
      [1_100, 6],
      [1_700, 6],
    ]);
    const due = asked.flatMap(([timeMs, n]) => Array<unknown>(n as number).fill(timeMs));
    expect(madeAt(trace)).toEqual(due.slice(0, 100));
  });

  test("every element is done, and the program ends with the last one", () => {
    expect(numbersOf("done").map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, element) => element),
    );
    expect(lines.map(({ text }) => text)).toContain("complete");
    expect([end, endMs]).toEqual([{ reason: "completed" }, 10_000]);
  });

  test("the source is held between requests", () => {
    const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 12 } });
    const at = (ms: number) => {
      const { made, stations, connections } = history.stateAt(ms);
      return [made, stations[0]?.actors[0]?.activity, connections[0]?.outstanding];
    };
    expect(at(0)).toEqual([8, "held", 0]);
    expect(at(499)).toEqual([8, "held", 0]);
    expect(at(500)).toEqual([14, "held", 0]);
    expect(at(10_000)[1]).toBe("ended");
  });

  test("it has no setting for the pause that other sources make", () => {
    const keys = strategyOf(catalogue, ID).workload.map(({ key }) => key);
    expect(keys).toEqual(["consumerDelayMs", "count"]);
  });
});

describe("paced by a delay inside concatMap", () => {
  test("elements reach a quick subscriber at that pace, the first after one delay", () => {
    const { numbersOf } = playProgram(ID, { ...LOAD, consumerDelayMs: 1, paceMs: 40 });
    const done = numbersOf("done").map(({ timeMs }) => timeMs);
    expect(done).toEqual(Array.from({ length: 100 }, (_, i) => 40 * (i + 1) + 1));
  });

  test("a slow subscriber still slows it down: two elements in concatMap, four in the queue, one in hand", () => {
    const { history } = recorded({ strategy: ID, values: { ...LOAD, paceMs: 10, durationS: 12 } });
    const { made, stations } = history.stateAt(400);
    expect(stations.map(({ contents }) => contents.length)).toEqual([0, 2, 4, 0]);
    expect(made).toBe(10);
  });
});

test("nothing is made beyond what was requested, and no more elements wait than that, whatever the load", () => {
  const load = fc.record({
    consumerDelayMs: fc.nat(60),
    paceMs: fc.constantFrom(0, 1, 7, 40),
    prefetch: fc.integer({ min: 1, max: 20 }),
    count: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(load, (values) => {
      const { trace, end } = playProgram(ID, values);
      expect(end).toEqual({ reason: "completed" });
      let [made, requested, done] = [0, 0, 0];
      const most = values.prefetch + (values.paceMs > 0 ? 2 : 0);
      for (let row = 0; row < trace.length; row++) {
        const { kind, station, element } = eventAt(trace, row);
        if (kind === RowKind.REQUESTED && station === 0) requested += element;
        if (kind === RowKind.MADE) made++;
        if (kind === RowKind.DONE) done++;
        expect(made).toBeLessThanOrEqual(requested);
        expect(made - done).toBeLessThanOrEqual(most + 1);
      }
      expect([made, done]).toEqual([values.count, values.count]);
    }),
    { numRuns: rounds(200, 30) },
  );
});
