import type { LossRule } from "./loss-rule.ts";

/**
 * Where one station of a run reports what happens to its elements. Operators and channels take one, or null:
 * they work the same whether they are recorded or not. An element is the number it was made with.
 */
export interface StationLog {
  /** A source made the element and is about to offer it. */
  made(element: unknown): void;
  /** The element now waits in the station's buffer. */
  entered(element: unknown): void;
  /** The element left the station's buffer, towards the next station. */
  left(element: unknown): void;
  /** The element went through the station without waiting in its buffer. */
  passed(element: unknown): void;
  /** `element` was merged into `into`, which waits in the station and now stands for both. */
  merged(element: unknown, into: unknown): void;
  /** The element will never be done. */
  lost(element: unknown, rule: LossRule): void;
  /** Work on the element began; it takes `forMs` of virtual time. */
  began(element: unknown, forMs: number): void;
  /** Work on the element is over: it is done. */
  done(element: unknown): void;
}

/** What travels against the stream on a connection that signals; a row holds the number. */
export const SIGNALS = [
  /** `write` answered false, and 'drain' came. */
  "full",
  "drain",
  /** The stream that is piped was paused, and resumed. */
  "pause",
  "resume",
  /** `writer.ready` of a Web stream is pending, and was fulfilled. */
  "pending",
  "ready",
  /** A transform may not hand its result on: its callback is withheld, and was called. */
  "withheld",
  "released",
] as const;

export type Signal = (typeof SIGNALS)[number];

const OF_WAITING: ReadonlySet<Signal> = new Set(["full", "pause", "pending", "withheld"]);

/** Whether the last signal of a connection asks the sender to wait. */
export function asksToWait(signal: Signal | null): boolean {
  return signal !== null && OF_WAITING.has(signal);
}

/** Where one connection between two stations reports the pressure that travels back over it. */
export interface ConnectionLog {
  /** The downstream end asked for `n` more elements; Infinity: without bound. */
  requested(n: number): void;
  /** The downstream end told the upstream one how full it is. */
  signalled(signal: Signal): void;
}
