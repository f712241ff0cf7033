import type { LossRule } from "./loss-rule.ts";

/**
 * The log to which one station of a run reports what happens to its elements. Operators and channels take a log or
 * null, and work the same either way. An element is the number it was made with.
 */
export interface StationLog {
  /** A source made the element and is about to offer it. */
  made(element: unknown): void;
  /** The element began to wait in the station's buffer. */
  entered(element: unknown): void;
  /** The element left the station's buffer for the next station. */
  left(element: unknown): void;
  /** The element passed through the station without waiting in its buffer. */
  passed(element: unknown): void;
  /** `element` was merged into `into`, which waits in the station and now stands for both. */
  merged(element: unknown, into: unknown): void;
  /** The element was lost by `rule`: it will never be done. */
  lost(element: unknown, rule: LossRule): void;
  /** Work on the element began; it takes `forMs` of virtual time. */
  began(element: unknown, forMs: number): void;
  /** Work on the element is over: it is done. */
  done(element: unknown): void;
}

/** The signals that travel upstream over a connection, in pairs: wait, and go on. A row holds a signal's index here. */
export const SIGNALS = [
  /** `write` returned false; 'drain' came. */
  "full",
  "drain",
  /** The piped stream was paused; it was resumed. */
  "pause",
  "resume",
  /** The `writer.ready` of a web stream became pending; it was fulfilled. */
  "pending",
  "ready",
  /** A transform's callback is withheld, so that it can't hand its result on; the callback was called. */
  "withheld",
  "released",
] as const;

export type Signal = (typeof SIGNALS)[number];

const OF_WAITING: ReadonlySet<Signal> = new Set(["full", "pause", "pending", "withheld"]);

/** Whether `signal`, the last one of a connection, asks the sender to wait; null: there was none yet. */
export function asksToWait(signal: Signal | null): boolean {
  return signal !== null && OF_WAITING.has(signal);
}

/** The log to which one connection between two stations reports the pressure that travels back over it. */
export interface ConnectionLog {
  /** The downstream end requested `n` more elements; Infinity: without bound. */
  requested(n: number): void;
  /** The downstream end told the upstream end to wait or to go on. */
  signalled(signal: Signal): void;
}
