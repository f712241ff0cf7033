import type { LimitKind } from "./limits.ts";

/** Why a machine has ended. */
export type EndOfMachine =
  | { readonly reason: "completed" }
  | { readonly reason: "failed"; readonly failure: Error }
  | { readonly reason: "limit"; readonly limit: LimitKind; readonly message: string }
  /** Something is left, but nothing can ever wake it. */
  | { readonly reason: "stalled" };

/**
 * What a run is played on: a system's loop on the virtual clock. A recording knows no more of a
 * system than this.
 */
export interface Machine {
  /** Virtual time in ms since the start. */
  readonly now: number;
  /** Why the machine has ended, or null while events are to come. */
  readonly end: EndOfMachine | null;
  /** From now on a timer fires `lateBy()` ms later than it was set for, as on a real machine. */
  lateTimers(lateBy: () => number): void;
  /** Virtual time of the next event in ms; Infinity when nothing is left to run. */
  peek(): number;
  /** Runs the next event and moves the clock to it. Returns false when there is none. */
  step(): boolean;
  /**
   * Runs every event up to and including `timeMs` and leaves the clock there; at most about `maxEvents` of them,
   * where it is given. Returns false if more are left to run until then.
   */
  runUntil(timeMs: number, maxEvents?: number): boolean;
}
