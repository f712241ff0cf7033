import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { note } from "../support/tally.ts";
import { type Difference, firstDifference } from "./compare.ts";
import { replayStreams } from "./node-streams.ts";
import { randomStreams } from "./random-streams.ts";
import { recordStreams } from "./real-streams.ts";
import { checkRecordings } from "./recordings.ts";
import type { StreamCase } from "./stream-case.ts";

const recordings = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/node-streams.json"), "utf8"),
) as StreamCase[];

const isNode20 = process.versions.node.startsWith("20.");

test("Node and Web streams do what Node 20 did, in all 400 recordings", () => {
  const results = checkRecordings(recordings);
  note("recordings", results.length);
  expect(results).toHaveLength(400);
  expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
});

test("each case replays to the same rows a second time", () => {
  for (const recorded of recordings.slice(0, 50)) {
    expect(replayStreams(recorded)).toEqual(replayStreams(recorded));
  }
});

test("finds a row that is altered, missing or superfluous", () => {
  const recorded = recordings[0] as StreamCase;
  const { trace } = recorded;
  const longer: StreamCase["trace"] = [...trace, [600, 1, "drain"]];
  const later: StreamCase["trace"] = trace.map(([time, ...row]) => [time + 1, ...row]);
  const altered = [longer, trace.slice(0, -1), later];
  const results = checkRecordings(altered.map((rows) => ({ ...recorded, trace: rows })));
  expect(results.map(({ problem }) => problem?.match(/^entry \d+/)?.[0])).toEqual([
    `entry ${trace.length}`,
    `entry ${trace.length - 1}`,
    "entry 0",
  ]);
});

test("names an unknown shape", () => {
  const [result] = checkRecordings([{ ...recordings[0], shape: "whirl" }]);
  expect(result?.problem).toBe("unknown shape whirl");
});

interface RealDifference {
  readonly streams: StreamCase;
  readonly difference: Difference;
}

/** Returns the cases in which the Node that runs this test differs from the replay, with their first differences. */
async function differencesFromReal(cases: readonly StreamCase[]): Promise<RealDifference[]> {
  const found: RealDifference[] = [];
  for (const streams of cases) {
    const difference = firstDifference(await recordStreams(streams), replayStreams(streams));
    if (difference !== null) found.push({ streams, difference });
  }
  return found;
}

const randomCases = Array.from({ length: 600 }, (_, seed) => randomStreams(seed));

test.runIf(isNode20)("the recorder reproduces the recordings, so it can be relied on", async () => {
  for (const recorded of recordings) {
    expect(firstDifference(recorded.trace, await recordStreams(recorded)), recorded.id).toBeNull();
  }
});

test.runIf(isNode20)("600 random chains do what the Node that runs this test does", async () => {
  expect(await differencesFromReal(randomCases)).toEqual([]);
});

test.skipIf(isNode20)(
  "on another version of Node, differences are reported but do not fail",
  async ({ annotate }) => {
    const differences = await differencesFromReal([...recordings, ...randomCases]);
    for (const { streams, difference } of differences) {
      const { index, recorded, replayed } = difference;
      await annotate(
        `${streams.id}, row ${index}: Node ${process.version} ${recorded}, ${replayed}`,
      );
    }
    // A change in Node can't explain more differences than that: then the recorder is wrong.
    expect(differences.length).toBeLessThan(recordings.length);
  },
);
