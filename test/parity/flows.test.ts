import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { note } from "../support/tally.ts";
import {
  type RecordedColdFlow,
  type RecordedSharedFlow,
  replayColdFlow,
  replaySharedFlow,
} from "./flows.ts";
import { checkRecordings } from "./recordings.ts";

type Recorded = RecordedColdFlow | RecordedSharedFlow;

const recordings = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/flows.json"), "utf8"),
) as Recorded[];
const isShared = (recorded: Recorded): recorded is RecordedSharedFlow => "shared" in recorded;

describe("flows.json", () => {
  test("the engine does what Kotlin's Flow did, in all 450 cases", () => {
    const results = checkRecordings(recordings);
    note("recordings", results.length);
    expect(results).toHaveLength(450);
    expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test("contains cold and shared flows, with every operator and terminal", () => {
    const cold = recordings.filter((recorded): recorded is RecordedColdFlow => !isShared(recorded));
    expect(cold).toHaveLength(319);
    const names = new Set(cold.flatMap(({ operators }) => operators.map(({ name }) => name)));
    expect([...names].sort()).toEqual([
      "buffer",
      "conflate",
      "debounce",
      "flowOn",
      "sample",
      "work",
    ]);
    expect(new Set(cold.map(({ terminal }) => terminal.kind))).toEqual(
      new Set(["collect", "collectLatest"]),
    );
  });

  test("a replay in slices of a few events gives the same rows", () => {
    for (const [index, recorded] of recordings.entries()) {
      const sliceEvents = 1 + (index % 5);
      const replayed = isShared(recorded)
        ? replaySharedFlow(recorded, sliceEvents)
        : replayColdFlow(recorded, sliceEvents);
      expect(replayed, recorded.id).toEqual(recorded.trace);
    }
  });

  test("finds a row that is changed or missing", () => {
    for (const recorded of [
      ...recordings.slice(0, 5),
      ...recordings.filter(isShared).slice(0, 5),
    ]) {
      const last = recorded.trace.length - 1;
      const later = recorded.trace.map((row, index) =>
        index === last ? ([row[0] + 1, ...row.slice(1)] as unknown as typeof row) : row,
      );
      const [changed] = checkRecordings([{ ...recorded, trace: later }]);
      expect(changed?.problem).toMatch(new RegExp(`^entry ${last}: `));
      const [missing] = checkRecordings([{ ...recorded, trace: recorded.trace.slice(0, last) }]);
      expect(missing?.problem).toContain("recorded (nothing more)");
    }
  });

  test("names an unknown operator, and an unknown terminal", () => {
    const [recorded] = recordings as [RecordedColdFlow];
    const problemOf = (change: Partial<RecordedColdFlow>) =>
      checkRecordings([{ ...recorded, ...change }])[0]?.problem;
    expect(problemOf({ operators: [{ name: "teleport" }] })).toBe("unknown operator teleport");
    expect(problemOf({ terminal: { kind: "first", workMs: 0 } })).toBe("unknown terminal first");
  });
});
