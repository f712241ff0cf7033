/** A workload: what every implementation has to do, and the result that it must return. */

export type WorkloadId = "W1" | "W1r" | "W2" | "W3" | "W4";

export interface Workload {
  readonly id: WorkloadId;
  readonly title: string;
  /** What counts as one event; costs are given per event. */
  readonly event: string;
  /** The size of the engine's run; slower implementations get smaller ones. */
  readonly size: number;
  /** How many events a run of `size` has. */
  events(size: number): number;
  /** The check value that a run of `size` must return. */
  expected(size: number): number;
  /** The goal: at least this many times as fast as the hand-written async/await peer. */
  readonly goalToAsync: number;
  /** The goal: at least this many times as fast as the fastest peer. */
  readonly goalToFastest: number;
}

/** An implementation of a workload: runs it at `size` and returns its check value. */
export type Program = (size: number) => number | Promise<number>;

/** The workloads that an implementation supports. */
export type Programs = Readonly<Partial<Record<WorkloadId, Program>>>;
