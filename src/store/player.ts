/**
 * The play head: the only place where wall time becomes virtual time. It knows nothing of the page, which calls `advance`
 * once a frame.
 */
import type { Recording } from "../run/index.ts";
import { type Pacing, recordedMsOf, recordSlice, UNPACED } from "./pacing.ts";
import type { Position } from "./position.ts";

/** The kinds of events at which a run may pause by itself. */
export const STOP_KINDS = ["drop", "suspension", "trip"] as const;

export type StopKind = (typeof STOP_KINDS)[number];

/** Why the play head has paused by itself. */
export type PauseReason = StopKind | "lesson" | "end";

export interface Advance {
  readonly position: Position;
  /** Null if it keeps playing. */
  readonly paused: PauseReason | null;
}

/** Rounds a time of the play head to a thousandth of a ms, so that it stays short and exact. */
export function roundTime(timeMs: number): number {
  return Math.round(timeMs * 1000) / 1000;
}

/** The most wall ms of one frame: a hidden tab, or a debugger, must not make the run jump. */
const MAX_FRAME_MS = 100;

/** The last time of all runs that can be shown, in ms, as far as it is known. */
export function lastMsOf(recordings: readonly Recording[]): number {
  return Math.max(...recordings.map(({ lastMs }) => lastMs));
}

/**
 * The number of rows of a lane's trace that lie before the play head. Within an instant only the first lane is shown event
 * by event; the others show the whole instant.
 */
export function rowsAt({ trace }: Recording, lane: number, { timeMs, rows }: Position): number {
  return lane === 0 && rows !== null ? rows : trace.rowsUntil(timeMs);
}

/** The position in the first lane's trace, with `rows` only if it lies within an instant. */
export function validPosition(recordings: readonly Recording[], position: Position): Position {
  const timeMs = Math.max(0, Math.min(position.timeMs, lastMsOf(recordings)));
  const trace = recordings[0]?.trace;
  if (position.rows === null || trace === undefined) return { timeMs, rows: null };
  const rows = Math.max(position.rows, timeMs === 0 ? 0 : trace.rowsUntil(timeMs - 0.001));
  return { timeMs, rows: rows < trace.rowsUntil(timeMs) ? rows : null };
}

/**
 * Advances the play head by one frame of `wallMs` at `speed` (virtual ms per wall ms). Stops at the first event of `stops`
 * after `passedMs`.
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
  // What can't be recorded within this frame is played in a later one.
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
