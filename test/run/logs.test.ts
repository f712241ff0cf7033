/** The logs that are written when somebody looks: they follow the one replay, and their bytes count before anybody does. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callLogs } from "../../src/run/calls.ts";
import { demandLogOf, demandLogs, readDemand } from "../../src/run/demand-log.ts";
import { Recording, type RunSpec } from "../../src/run/index.ts";
import { type LadderLog, ladderLogOf, ladderLogs, readLadder } from "../../src/run/ladder-log.ts";
import { monitors } from "../../src/run/monitor/monitor-of.ts";
import { requestLogs } from "../../src/run/request-log.ts";
import { resultLogs } from "../../src/run/result-log.ts";
import { rowIndexes } from "../../src/run/row-index.ts";
import { writeLogs } from "../../src/run/write-log.ts";
import { allScenarios, catalogue } from "../support/everything.ts";
import { recorded } from "../support/runs.ts";

const MIB = 1024 * 1024;

/** Small buffers, waits of every kind, losses: whatever makes a log longer. */
const LOAD = { producerDelayMs: 4, consumerDelayMs: 15, workers: 2, capacity: 5, durationS: 30 };

const runs: [string, RunSpec][] = allScenarios.flatMap(({ id: scenario, strategies }) =>
  [{ durationS: 20 }, LOAD].flatMap((values, i) =>
    strategies.map((strategy): [string, RunSpec] => [
      `${scenario} under ${strategy}, ${i === 0 ? "at its own settings" : "under load"}`,
      { scenario, strategy, values, seed: 5, interventions: [] },
    ]),
  ),
);

/** Everything that a log says of the stays. */
function staysOf(log: LadderLog): string[] {
  const columns = [log.elements, log.stations, log.kinds, log.ends, log.due];
  return Array.from({ length: log.length }, (_, place) =>
    [...columns.map((column) => column.at(place)), log.fromMs(place), log.toMs(place)].join(" "),
  );
}

test.each(runs)("%s: who looks late reads what is there from the start", (_name, spec) => {
  const watched = new Recording(catalogue, spec);
  const early = ladderLogOf(watched);
  const earlyDemand = demandLogOf(watched);
  for (const timeMs of [1, 700, 3_000, 20_000]) watched.advanceTo(timeMs);
  const recording = new Recording(catalogue, spec);
  recording.advanceTo(20_000);
  expect(staysOf(ladderLogOf(recording))).toEqual(staysOf(early));
  expect(demandLogOf(recording).stepsIn(0, 20_000)).toEqual(earlyDemand.stepsIn(0, 20_000));
  expect(recording.trace.length).toBe(watched.trace.length);
});

test("a follower that joins late reads on in slices while the run goes on, from its first row", () => {
  const spec: RunSpec = {
    ...{ scenario: "replenishing", strategy: "pekko-buffer" },
    ...{ values: LOAD, seed: 5, interventions: [] },
  };
  const whole = new Recording(catalogue, spec);
  whole.advanceTo(20_000);
  const recording = new Recording(catalogue, spec);
  recording.advanceTo(10_000);
  const SLICE = 500;
  let slices = 0;
  while (!readLadder(recording, SLICE)) {
    slices++;
    // What is recorded meanwhile is read as well.
    if (slices === 2) recording.advanceTo(15_000);
  }
  expect(slices).toBeGreaterThan(recording.trace.rowsUntil(10_000) / SLICE);
  // Of another log nothing is read yet; whoever asks for it has all at once.
  expect(readDemand(recording, SLICE)).toBe(false);
  recording.advanceTo(20_000);
  expect(readLadder(recording, 0)).toBe(true);
  expect(staysOf(ladderLogOf(recording))).toEqual(staysOf(ladderLogOf(whole)));
  expect(demandLogOf(recording).stepsIn(0, 20_000)).toEqual(demandLogOf(whole).stepsIn(0, 20_000));
});

/** Every log that is written when somebody looks. */
const LOGS = [
  rowIndexes,
  ladderLogs,
  demandLogs,
  monitors,
  callLogs,
  requestLogs,
  writeLogs,
  resultLogs,
] as const;

const SRC = join(import.meta.dirname, "../../src");

/** The files of `src` with such a text, from the folder on. */
function filesWith(text: RegExp): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && text.test(readFileSync(join(SRC, file), "utf8")))
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

describe("bytes", () => {
  test("every log that follows a history is among those that are measured here, and counted by its name", () => {
    const { bytesOfLogs } = recorded().history;
    expect(LOGS.map(({ name }) => name).toSorted()).toEqual(Object.keys(bytesOfLogs).toSorted());
    expect(filesWith(/\bnew LateLogs\(/)).toHaveLength(LOGS.length);
  });

  test("whatever grows by places in columns is such a log, or counted by the history itself", () => {
    const late = filesWith(/\bnew LateLogs\(/);
    const others = filesWith(/\bnew (Column|Instants|RowLog)\(/).filter(
      (file) => !late.includes(file),
    );
    expect(others).toEqual([
      "run/element-window.ts",
      "run/history.ts",
      "run/instants.ts",
      // Made by `monitor-of.ts`.
      "run/monitor/monitor.ts",
      // Held, and counted, by `monitor.ts`.
      "run/monitor/waits.ts",
      "run/row-log.ts",
    ]);
  });

  test.each(runs)(
    "%s: counted as at least what the logs take, and at most a half more",
    (_name, spec) => {
      const recording = new Recording(catalogue, spec);
      recording.advanceTo(Number.POSITIVE_INFINITY);
      const { history } = recording;
      const unseen = recording.byteLength;
      const counted = history.bytesOfLogs;
      let taken = 0;
      for (const logs of LOGS) {
        const { byteLength } = logs.of(recording);
        expect(counted[logs.name], logs.name).toBeGreaterThanOrEqual(byteLength);
        taken += byteLength;
      }
      expect(history.logBytes).toBeLessThanOrEqual(1.5 * taken + MIB);
      expect(unseen).toBeGreaterThan(recording.trace.allocatedBytes + taken);
      // Whoever looks makes it no larger.
      expect(recording.byteLength).toBe(unseen);
    },
  );

  test.each([
    { scenario: "fast-producer", strategy: "rendezvous" },
    { scenario: "circuit-breaker", strategy: "circuit-breaker-written" },
    { scenario: "retry", strategy: "retry" },
    { scenario: "replenishing", strategy: "pekko-buffer" },
    { scenario: "node-streams", strategy: "node-write" },
  ] as const)(
    "$scenario under $strategy ends for want of memory at the same row, looked at or not, with its logs within the bound",
    (named) => {
      const pauses = { producerDelayMs: 1, consumerDelayMs: 1, burstSize: 1 };
      const values = { ...pauses, durationS: 600, count: 0 };
      const spec: RunSpec = { ...named, values, seed: 1, interventions: [] };
      const plain = new Recording(catalogue, spec, 8 * MIB);
      const watched = new Recording(catalogue, spec, 8 * MIB);
      for (const logs of LOGS) logs.of(watched);
      while (!plain.advance(5_000));
      while (!watched.advance(5_000));
      expect(plain.end).toMatchObject({ reason: "limit", limit: "memory" });
      expect(watched.trace.length).toBe(plain.trace.length);
      const { trace } = watched;
      const taken = LOGS.reduce((sum, logs) => sum + logs.of(watched).byteLength, 0);
      // No more than the last slice of 5,000 rows goes beyond it.
      expect(trace.allocatedBytes + taken).toBeLessThan(9 * MIB);
      expect(taken).toBeGreaterThan(MIB);
    },
  );
});
