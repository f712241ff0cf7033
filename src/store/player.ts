/**
 * The play head: the only place where wall time becomes virtual time. It knows nothing of the page;
 * somebody calls `advance` once a frame.
 */
import type { Recording } from "../run/index.ts";
import type { Position } from "./link.ts";

/** What a run may pause at by itself. */
export const STOP_KINDS = ["drop", "suspension"] as const;

export type StopKind = (typeof STOP_KINDS)[number];

/** Why the play head stands still without anybody having pressed pause. */
export type PauseReason = StopKind | "end";

export interface Advance {
  readonly position: Position;
  /** Null while it goes on playing. */
  readonly paused: PauseReason | null;
}

/** Virtual times are kept to a thousandth of a ms, so that links stay short and exact. */
export function roundTime(timeMs: number): number {
  return Math.round(timeMs * 1000) / 1000;
}

/** A tab that was hidden, or a debugger, must not make the run jump. */
const MAX_FRAME_MS = 100;

/** Moves the play head on by one frame of `wallMs` at `speed` (virtual ms per wall ms). */
export function advance(
  recordings: readonly Recording[],
  fromMs: number,
  wallMs: number,
  speed: number,
  stops: ReadonlySet<StopKind>,
): Advance {
  const step = Math.min(wallMs, MAX_FRAME_MS) * speed;
  const targetMs = roundTime(fromMs + step);
  for (const recording of recordings) recording.advanceTo(targetMs);
  const stop = firstStop(recordings, fromMs, targetMs, stops);
  if (stop !== null) return { position: { timeMs: stop.atMs, rows: null }, paused: stop.kind };
  const lastMs = Math.max(...recordings.map((recording) => recording.lastMs));
  if (targetMs >= lastMs) return { position: { timeMs: lastMs, rows: null }, paused: "end" };
  return { position: { timeMs: targetMs, rows: null }, paused: null };
}

function firstStop(
  recordings: readonly Recording[],
  fromMs: number,
  toMs: number,
  stops: ReadonlySet<StopKind>,
): { atMs: number; kind: StopKind } | null {
  let first: { atMs: number; kind: StopKind } | null = null;
  for (const { history } of recordings) {
    const marks = { drop: history.marks.firstDropMs, suspension: history.marks.firstSuspensionMs };
    for (const kind of stops) {
      const atMs = marks[kind];
      if (atMs === null || atMs > toMs || (atMs <= fromMs && fromMs > 0)) continue;
      if (first === null || atMs < first.atMs) first = { atMs, kind };
    }
  }
  return first;
}
