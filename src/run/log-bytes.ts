/**
 * What the logs of a run take that are written only when somebody looks: the ladder's stays, the open demand, the
 * monitor's waits. It is
 * counted for every run, so that no run ends elsewhere because somebody has looked at it.
 */
import { RowKind } from "../trace/index.ts";
import { CHUNK_PLACES } from "./columns.ts";

/** Bytes a place, by column. */
const INSTANT = 8 + 4;
/** Each block of 256 stays has its last end and how many last, besides. */
const STAY = 4 + 1 + 1 + 1 + 4 + 4 + 8 + 16 / 256;
const MADE = 4 + 4 + 4 + 4;
const RECEIVED = 4 + 2 * INSTANT;
const ENDED = 4 + 4 + INSTANT;
const DEMAND = 8 + 4;
const REQUEST = 4 + INSTANT;
const WAIT = 4 + INSTANT;

/**
 * Bytes of all these logs after so many rows of each kind, when so many elements have reached the workers of a run with so
 * many connections: at least what they take.
 */
export function logBytesOf(rows: ArrayLike<number>, received: number, connections: number): number {
  const of = (kind: RowKind) => rows[kind] as number;
  const made = of(RowKind.MADE);
  const ended = of(RowKind.LOST) + of(RowKind.MERGED);
  const requests = of(RowKind.REQUESTED);
  const stays = of(RowKind.ENTERED) + of(RowKind.HELD) + of(RowKind.RELEASED) + received;
  // What is open changes at most when an element is made, received and done, or lost, and when somebody asks.
  const changes = made + 2 * received + ended + requests + of(RowKind.SIGNALLED);
  return (
    stays * STAY +
    made * MADE +
    received * (RECEIVED + WAIT) +
    ended * ENDED +
    requests * REQUEST +
    changes * DEMAND +
    // The last chunk of each column is not full.
    CHUNK_PLACES * (STAY + MADE + RECEIVED + WAIT + ENDED + DEMAND + connections * REQUEST)
  );
}
