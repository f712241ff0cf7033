import { describe, expect, test } from "vitest";
import {
  type DemandStep,
  demandAt,
  demandSteps,
  Recording,
  type RunSpec,
} from "../../src/run/index.ts";
import { catalogue } from "../support/everything.ts";

/** A hot source, room for 16, and 100 ms for each element. */
const LOAD = { producerDelayMs: 10, consumerDelayMs: 100, count: 0, durationS: 6 };

function recorded(strategy: RunSpec["strategy"], values = {}): Recording {
  const own = { prefetch: 16, capacity: 16, highWaterMark: 16, boundary: "async" };
  const spec = { scenario: "replenishing", strategy, seed: 1, interventions: [] } as const;
  const recording = new Recording(catalogue, { ...spec, values: { ...LOAD, ...own, ...values } });
  recording.advanceTo(6_000);
  return recording;
}

/** To what it falls before it rises again, and where it rises to. */
function teeth(recording: Recording): string[] {
  const steps = demandSteps(recording, 0, 6_000);
  return steps.flatMap(({ open, timeMs }, i) => {
    const before = steps[i - 1]?.open ?? open;
    return open > before ? [`${before}-${open}@${timeMs}`] : [];
  });
}

describe("what was asked for and not handed on", () => {
  test.each([
    ["rx-observe-on", ["4-16@1100", "4-16@2300", "4-16@3500"]],
    ["reactor-publish-on", ["4-16@1100", "4-16@2300", "4-16@3500"]],
    ["pekko-buffer", ["8-16@700", "8-16@1500", "8-16@2300"]],
    ["node-write", ["0-16@1700", "0-16@3410", "0-16@5120"]],
    ["flow-buffer", ["0-1@100", "0-1@210", "0-1@320"]],
  ] as const)("%s replenishes as it does", (strategy, expected) => {
    expect(teeth(recorded(strategy)).slice(0, 3)).toEqual(expected);
  });

  test("a channel gives each place again as soon as it is free: there are no teeth", () => {
    expect(demandSteps(recorded("bounded"), 0, 6_000)).toEqual([{ timeMs: 0, open: 16 }]);
  });

  test("a source that is never slowed has an unbounded demand", () => {
    expect(demandAt(recorded("unlimited"), 1_000)).toBe(Number.POSITIVE_INFINITY);
    expect(demandAt(recorded("drop-oldest"), 1_000)).toBe(Number.POSITIVE_INFINITY);
  });

  test("a span begins with what is open then, and ends at its end", () => {
    const recording = recorded("pekko-buffer");
    const steps = demandSteps(recording, 650, 900);
    expect(steps[0]).toEqual({ timeMs: 650, open: 9 });
    expect(steps.at(-1)).toEqual({ timeMs: 900, open: 14 });
    for (const { timeMs, open } of steps.filter((step) => step.timeMs !== 700)) {
      expect(demandAt(recording, timeMs)).toBe(open);
    }
  });

  test("it goes on with the recording", () => {
    const spec = { scenario: "replenishing", strategy: "rx-observe-on", seed: 1 } as const;
    const recording = new Recording(catalogue, { ...spec, values: LOAD, interventions: [] });
    recording.advanceTo(500);
    const early = demandSteps(recording, 0, 500);
    recording.advanceTo(3_000);
    expect(demandSteps(recording, 0, 500)).toEqual(early);
    expect(demandSteps(recording, 0, 3_000).length).toBeGreaterThan(early.length);
  });
});

test("of many changes in a column the lowest, the highest and the last are told, in order of time", () => {
  const recording = recorded("pekko-buffer", { producerDelayMs: 1, consumerDelayMs: 1 });
  const COLUMN_MS = 100;
  const columns = (columnMs: number) => {
    const found = new Map<number, DemandStep[]>();
    for (const step of demandSteps(recording, 0, 3_000, columnMs).slice(1)) {
      const column = Math.floor(step.timeMs / COLUMN_MS);
      found.set(column, [...(found.get(column) ?? []), step]);
    }
    return found;
  };
  const [all, few] = [columns(0), columns(COLUMN_MS)];
  expect([...few.keys()]).toEqual([...all.keys()]);
  expect(Math.max(...[...all.values()].map(({ length }) => length))).toBeGreaterThan(20);
  for (const [column, steps] of few) {
    const open = (each: readonly DemandStep[]) => each.map((step) => step.open);
    const own = all.get(column) ?? [];
    expect(steps.length).toBeLessThanOrEqual(3);
    expect(steps).toEqual(own.filter((step) => steps.some((told) => isSame(told, step))));
    expect(Math.min(...open(steps))).toBe(Math.min(...open(own)));
    expect(Math.max(...open(steps))).toBe(Math.max(...open(own)));
    expect(steps.at(-1)).toEqual(own.at(-1));
  }
});

function isSame(one: DemandStep, other: DemandStep): boolean {
  return one.timeMs === other.timeMs && one.open === other.open;
}
