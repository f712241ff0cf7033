import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { note } from "../support/tally.ts";
import { checkRecordings } from "./recordings.ts";
import type { StreamRecording } from "./stream-recording.ts";
import { replayStream } from "./streams.ts";

const recordings = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/streams.json"), "utf8"),
) as readonly StreamRecording[];

function failed(cases: readonly StreamRecording[]): unknown[] {
  return checkRecordings(cases).filter(({ problem }) => problem !== null);
}

describe("streams.json", () => {
  test.each([
    { system: "rxjava", cases: 200 },
    { system: "reactor", cases: 200 },
  ])("all $cases chains of $system do what the library did", ({ system, cases }) => {
    const own = recordings.filter((recording) => recording.system === system);
    expect(own).toHaveLength(cases);
    note("recordings", own.length);
    expect(failed(own)).toEqual([]);
  });

  test("so do the 14 chains whose only operator is RxJava's observeOn", () => {
    const own = recordings.filter(
      ({ system, operators }) =>
        system === "rxjava" && operators.length === 1 && operators[0]?.name === "observeOn",
    );
    expect(own).toHaveLength(14);
    expect(failed(own)).toEqual([]);
  });

  test("a chain replays to the same rows a second time", () => {
    for (const recording of recordings.slice(0, 50)) {
      expect(replayStream(recording)).toEqual(replayStream(recording));
    }
  });

  test("finds every altered row of a chain", () => {
    const recording = recordings.find(({ trace }) => trace.length > 20) as StreamRecording;
    for (const index of recording.trace.keys()) {
      const trace = recording.trace.with(index, [-1, "next", 0]);
      const [result] = checkRecordings([{ ...recording, trace }]);
      expect(result?.problem).toMatch(new RegExp(`^entry ${index}: `));
    }
  });

  test.each([
    [{ system: "rxjs" }, "unknown system rxjs"],
    [{ operators: [{ name: "flatMap" }] }, "unknown operator flatMap"],
  ])("a chain with %j can't be replayed", (part, problem) => {
    const [recording] = recordings as readonly [StreamRecording];
    expect(checkRecordings([{ ...recording, ...part }])[0]?.problem).toBe(problem);
  });
});
