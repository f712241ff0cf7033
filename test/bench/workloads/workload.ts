/** A workload: what every implementation has to do, and what must come of it. */

export type WorkloadId = "W1" | "W1r" | "W2" | "W3" | "W4";

export interface Workload {
  readonly id: WorkloadId;
  readonly title: string;
  /** What one event is: the cost is given per event. */
  readonly event: string;
  /** How much the engine does in one run; slower implementations do less. */
  readonly size: number;
  /** How many events a run of `size` has. */
  events(size: number): number;
  /** The check value that a run of `size` must return. */
  expected(size: number): number;
  /** At least this many times as fast as the hand-written async/await peer. */
  readonly goalToAsync: number;
  /** At least this many times as fast as the fastest peer. */
  readonly goalToFastest: number;
}

/** An implementation of a workload: runs it at `size` and returns its check value. */
export type Program = (size: number) => number | Promise<number>;

/** The workloads that an implementation can do. */
export type Programs = Readonly<Partial<Record<WorkloadId, Program>>>;
