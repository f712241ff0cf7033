import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { note } from "../support/tally.ts";
import type { PekkoRecording } from "./pekko-recording.ts";
import { replayPekkoStream } from "./pekko-streams.ts";
import { checkRecordings } from "./recordings.ts";

const FILE = join(import.meta.dirname, "golden", "pekko-streams.json");
const recordings = JSON.parse(readFileSync(FILE, "utf8")) as (PekkoRecording & { id: string })[];

/** Returns the recording `id` with its row number `index` replaced by `rows`. */
function altered(id: string, index: number, ...rows: PekkoRecording["trace"]): PekkoRecording {
  const recording = recordings.find((each) => each.id === id);
  if (recording === undefined) throw new Error(`no recording ${id}`);
  return { ...recording, trace: recording.trace.toSpliced(index, 1, ...rows) };
}

test("the islands do what Pekko Streams did, in all 299 graphs", () => {
  const results = checkRecordings(recordings);
  note("recordings", results.length);
  expect(results).toHaveLength(299);
  expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
});

test("a graph replays to the same rows a second time", () => {
  for (const recording of recordings.slice(0, 30)) {
    expect(replayPekkoStream(recording)).toEqual(replayPekkoStream(recording));
  }
});

test("finds each altered row, in the island to which it belongs", () => {
  const recording = recordings.find(({ operators }) => operators.some(isAsync));
  if (recording === undefined) throw new Error("no recording with two islands");
  for (const [index, [time, ...rest]] of recording.trace.slice(0, 40).entries()) {
    const [result] = checkRecordings([altered(recording.id, index, [time + 1, ...rest])]);
    expect(result?.problem).toContain(JSON.stringify([time + 1, ...rest]));
  }
});

test("rows of different islands may mix in any order, but not those of one island", () => {
  const recording = recordings.find(({ operators }) => operators.some(isAsync));
  if (recording === undefined) throw new Error("no recording with two islands");
  const bySource = recording.trace.filter(([, what]) => isSourceRow(what));
  const others = recording.trace.filter(([, what]) => !isSourceRow(what));
  expect(checkRecordings([{ ...recording, trace: [...others, ...bySource] }])[0]?.problem).toBe(
    null,
  );
  expect(
    checkRecordings([{ ...recording, trace: [...others, ...bySource.toReversed()] }])[0]?.problem,
  ).not.toBe(null);
});

function isAsync({ name }: { readonly name: string }): boolean {
  return name === "async";
}

function isSourceRow(what: string): boolean {
  return what === "offer" || what.startsWith("source.");
}
