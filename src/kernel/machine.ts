import type { LimitKind } from "./limits.ts";

/** Why a machine has ended. */
export type EndOfMachine =
  | { readonly reason: "completed" }
  | { readonly reason: "failed"; readonly failure: Error }
  | { readonly reason: "limit"; readonly limit: LimitKind; readonly message: string }
  /** Something is still waiting, but nothing can ever wake it. */
  | { readonly reason: "stalled" };

/**
 * The loop that plays a run: a system's event loop on the virtual clock. It is all that a recording knows of a
 * system.
 */
export interface Machine {
  /** Virtual time in ms since the start. */
  readonly now: number;
  /** Why the machine has ended; null while there are events to come. */
  readonly end: EndOfMachine | null;
  /** From now on, every timer fires `lateBy()` ms later than it was set for, as on a real machine. */
  lateTimers(lateBy: () => number): void;
  /** Returns the virtual time of the next event, in ms; Infinity when nothing is left to run. */
  peek(): number;
  /** Moves the clock to the next event and runs it. Returns false if there is none. */
  step(): boolean;
  /**
   * Runs every event up to and including `timeMs` and leaves the clock there, or stops after about `maxEvents` events.
   * Returns false if it stopped with events up to `timeMs` still to run.
   */
  runUntil(timeMs: number, maxEvents?: number): boolean;
}
