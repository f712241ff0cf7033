/** The logs that are written when somebody looks: they follow the one replay, and their bytes count before anybody does. */
import { describe, expect, test } from "vitest";
import { demandLogOf, readDemand } from "../../src/run/demand-log.ts";
import { monitorOf, Recording, type RunSpec } from "../../src/run/index.ts";
import { type LadderLog, ladderLogOf, readLadder } from "../../src/run/ladder-log.ts";
import { allScenarios, catalogue } from "../support/everything.ts";

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

describe("bytes", () => {
  test.each(runs)(
    "%s: counted as at least what the logs take, and at most a half more",
    (_name, spec) => {
      const recording = new Recording(catalogue, spec);
      recording.advanceTo(Number.POSITIVE_INFINITY);
      const counted = recording.history.logBytes;
      const unseen = recording.byteLength;
      const taken =
        ladderLogOf(recording).byteLength +
        demandLogOf(recording).byteLength +
        monitorOf(recording).byteLength;
      expect(counted).toBeGreaterThanOrEqual(taken);
      expect(counted).toBeLessThanOrEqual(1.5 * taken + MIB);
      expect(unseen).toBeGreaterThan(recording.trace.allocatedBytes + taken);
      // Whoever looks makes it no larger.
      expect(recording.byteLength).toBe(unseen);
    },
  );

  test("a run ends for want of memory at the same row, looked at or not, with its logs within the bound", () => {
    const values = { producerDelayMs: 0, consumerDelayMs: 0, durationS: 600 };
    const spec: RunSpec = {
      ...{ scenario: "fast-producer", strategy: "rendezvous" },
      ...{ values, seed: 1, interventions: [] },
    };
    const plain = new Recording(catalogue, spec, 16 * MIB);
    const watched = new Recording(catalogue, spec, 16 * MIB);
    const ladder = ladderLogOf(watched);
    const demand = demandLogOf(watched);
    while (!plain.advance(5_000));
    while (!watched.advance(5_000));
    expect(plain.end).toMatchObject({ reason: "limit", limit: "memory" });
    expect(watched.trace.length).toBe(plain.trace.length);
    const { trace } = watched;
    // No more than the last slice of 5,000 rows goes beyond it.
    expect(trace.allocatedBytes + ladder.byteLength + demand.byteLength).toBeLessThan(17 * MIB);
    expect(ladder.byteLength + demand.byteLength).toBeGreaterThan(2 * MIB);
  });
});
