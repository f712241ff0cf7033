import type { WorkloadId } from "./workloads/workload.ts";

/** An implementation that takes part in the benchmark. */
export interface Contestant {
  /** The name of its module in `peers/`. */
  readonly id: string;
  readonly name: string;
  /**
   * The size of a run for each workload that it supports. Slow contestants get smaller sizes, so that a run
   * takes about 50 ms; costs are given per event.
   */
  readonly sizes: Readonly<Partial<Record<WorkloadId, number>>>;
}

export const ENGINE: Contestant = {
  id: "engine",
  name: "engine",
  sizes: { W1: 1_000_000, W1r: 1_000_000, W2: 5_000_000, W3: 1_000_000, W4: 91_000.5 },
};

/** The peer that the workloads' `goalToAsync` is about. */
export const ASYNC: Contestant = {
  id: "async-await",
  name: "async/await",
  sizes: { W1: 300_000, W1r: 250_000, W2: 30_000, W3: 20_000, W4: 6_000.5 },
};

export const PEERS: readonly Contestant[] = [
  ASYNC,
  { id: "thi-ng-csp", name: "@thi.ng/csp", sizes: { W1: 200_000, W1r: 200_000 } },
  { id: "medium", name: "medium", sizes: { W1: 100_000, W1r: 200_000 } },
  { id: "rxjs", name: "rxjs", sizes: { W2: 100_000, W3: 75_000 } },
  {
    id: "simjs",
    name: "simjs",
    sizes: { W1: 100_000, W1r: 75_000, W2: 40_000, W3: 50_000, W4: 8_000.5 },
  },
  {
    id: "effect",
    name: "effect",
    sizes: { W1: 75_000, W1r: 75_000, W2: 75_000, W3: 40_000, W4: 4_000.5 },
  },
];

/** The sizes at which the engine with a Trace is compared with the engine without one. */
const TRACED_SIZES = { W2: 400_000, W3: 200_000 };

/** The engine with a Trace: the goal is about the rows that channels and coroutines write. */
export const TRACED: Contestant = {
  id: "engine-traced",
  name: "engine rows",
  sizes: TRACED_SIZES,
};

/** The engine with a Trace, including the rows that the page's program adds. */
export const PAGE_TRACED: Contestant = {
  id: "engine-page",
  name: "engine and page rows",
  sizes: TRACED_SIZES,
};
