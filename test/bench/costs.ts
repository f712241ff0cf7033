/** The engine's cost per event as a run grows longer. */
import { ENGINE } from "./contestants.ts";
import type { Sampler } from "./sample.ts";
import { median } from "./statistics.ts";

/** W2 with 10,000 to 10 million timer events: its backlog grows as the run does. */
const RUN_SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const EVENTS_PER_TIMED_RUN = 1_000_000;

export interface SizeCost {
  readonly size: number;
  readonly ns: number;
}

/** ns per event of W2 at growing sizes. */
export function costBySize(sampler: Sampler, rounds: number): SizeCost[] {
  const samples = RUN_SIZES.map((size) => ({ size, ns: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { size, ns } of samples) {
      const repeats = Math.max(1, EVENTS_PER_TIMED_RUN / size);
      const cell = { contestant: ENGINE.id, workload: "W2", size } as const;
      ns.push(sampler.nsPerEvent(cell, { warmUps: 1, runs: 2, repeats }));
    }
  }
  return samples.map(({ size, ns }) => ({ size, ns: median(ns) }));
}
