/**
 * What the logs of a run take that are written only when somebody looks: the ladder's stays and the open demand. It is
 * counted for every run, so that no run ends elsewhere because somebody has looked at it.
 */
import { placesFor } from "./columns.ts";

/** What happened in a run so far, as often as it makes a log longer. */
export interface LogCounts {
  /** An element came to stand somewhere. */
  stays: number;
  received: number;
  /** An element was lost, or merged into another. */
  ended: number;
  /** Something was requested, by the number of the connection. */
  readonly asked: number[];
  signals: number;
}

/** Bytes a place, by column. */
const INSTANT = 8 + 4;
const STAY = 4 + 1 + 1 + 1 + 8 + 8 + 8;
/** Each block of 256 stays has its last end and how many last. */
const STAY_IN_BLOCK = 16 / 256;
const MADE = 4 + 4 + 8 + 8;
const RECEIVED = 4 + 2 * INSTANT;
const ENDED = 4 + 4 + INSTANT;
const REQUEST = 4;
const DEMAND = 8 + 4;

/** Bytes of both logs after so much: at least what they take. */
export function logBytesOf({
  stays,
  made,
  received,
  ended,
  asked,
  signals,
}: LogCounts & { readonly made: number }): number {
  // What is open changes at most when an element is made, reaches a worker and leaves it, and when somebody asks.
  const requests = asked.reduce((sum, n) => sum + n, 0);
  const changes = made + 2 * received + ended + requests + signals;
  return (
    placesFor(stays) * (STAY + STAY_IN_BLOCK) +
    placesFor(made + 1) * MADE +
    placesFor(received) * RECEIVED +
    placesFor(ended) * ENDED +
    placesFor(requests) * REQUEST +
    asked.reduce((sum, n) => sum + placesFor(n) * INSTANT, 0) +
    placesFor(changes + 1) * DEMAND
  );
}
