/**
 * The play head: the only place where wall time becomes virtual time. It knows nothing of the page;
 * somebody calls `advance` once a frame.
 */
import type { Recording } from "../run/index.ts";
import { type Pacing, recordedMsOf, recordSlice, UNPACED } from "./pacing.ts";
import type { Position } from "./position.ts";

/** What a run may pause at by itself. */
export const STOP_KINDS = ["drop", "suspension", "trip"] as const;

export type StopKind = (typeof STOP_KINDS)[number];

/** Why the play head stands still without anybody having pressed pause. */
export type PauseReason = StopKind | "lesson" | "end";

export interface Advance {
  readonly position: Position;
  /** Null while it goes on playing. */
  readonly paused: PauseReason | null;
}

/** The play head's times are kept to a thousandth of a ms, so that they stay short and exact. */
export function roundTime(timeMs: number): number {
  return Math.round(timeMs * 1000) / 1000;
}

/** A tab that was hidden, or a debugger, must not make the run jump. */
const MAX_FRAME_MS = 100;

/** The last moment of all runs that can be looked at, as far as it is known. */
export function lastMsOf(recordings: readonly Recording[]): number {
  return Math.max(...recordings.map(({ lastMs }) => lastMs));
}

/**
 * How many rows of a lane's trace stand before the play head. Within an instant only the first lane is
 * shown event by event; the others show the whole of it.
 */
export function rowsAt({ trace }: Recording, lane: number, { timeMs, rows }: Position): number {
  return lane === 0 && rows !== null ? rows : trace.rowsUntil(timeMs);
}

/** A position as the first lane's trace has it: `rows` only where it is within the instant. */
export function validPosition(recordings: readonly Recording[], position: Position): Position {
  const timeMs = Math.max(0, Math.min(position.timeMs, lastMsOf(recordings)));
  const trace = recordings[0]?.trace;
  if (position.rows === null || trace === undefined) return { timeMs, rows: null };
  const rows = Math.max(position.rows, timeMs === 0 ? 0 : trace.rowsUntil(timeMs - 0.001));
  return { timeMs, rows: rows < trace.rowsUntil(timeMs) ? rows : null };
}

/**
 * Moves the play head on by one frame of `wallMs` at `speed` (virtual ms per wall ms). It stops at what
 * happens after `passedMs`.
 */
export function advance(
  recordings: readonly Recording[],
  fromMs: number,
  wallMs: number,
  speed: number,
  stops: ReadonlySet<StopKind>,
  passedMs: number,
  pacing: Pacing = UNPACED,
): Advance {
  const step = Math.min(wallMs, MAX_FRAME_MS) * speed;
  const wantedMs = roundTime(fromMs + step);
  // What can't be recorded within the frame is played a little later.
  const targetMs = recordSlice(recordings, wantedMs, pacing)
    ? wantedMs
    : Math.max(fromMs, Math.min(wantedMs, recordedMsOf(recordings)));
  const stop = firstStop(recordings, passedMs, targetMs, stops);
  if (stop !== null) return { position: { timeMs: stop.atMs, rows: null }, paused: stop.kind };
  const lastMs = lastMsOf(recordings);
  if (targetMs >= lastMs) return { position: { timeMs: lastMs, rows: null }, paused: "end" };
  return { position: { timeMs: targetMs, rows: null }, paused: null };
}

function firstStop(
  recordings: readonly Recording[],
  passedMs: number,
  toMs: number,
  stops: ReadonlySet<StopKind>,
): { atMs: number; kind: StopKind } | null {
  let first: { atMs: number; kind: StopKind } | null = null;
  for (const { history } of recordings) {
    const { firstLossMs, firstPressureMs, firstTripMs } = history.marks;
    const marks = { drop: firstLossMs, suspension: firstPressureMs, trip: firstTripMs };
    for (const kind of stops) {
      const atMs = marks[kind];
      if (atMs === null || atMs > toMs || atMs <= passedMs) continue;
      if (first === null || atMs < first.atMs) first = { atMs, kind };
    }
  }
  return first;
}
