/**
 * When each chart is drawn anew: at once while the page stands still, and one chart after another, each
 * four times a second, while it plays.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { Recording } from "../../../run/index.ts";
import type { Position } from "../../../store/index.ts";
import { niceSpan } from "./scale.ts";

/** What one drawing of a chart shows. */
export interface Frame {
  /** Up to where. */
  readonly timeMs: number;
  /** How long the time axis is. */
  readonly spanMs: number;
  /** At most how many points a series has. */
  readonly points: number;
}

export interface FramesInput {
  readonly recordings: readonly Recording[];
  readonly playing: boolean;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

export interface Frames {
  /** The same array for as long as the recordings in it are the same. */
  readonly recordings: readonly Recording[];
  /** One a chart. */
  readonly frames: readonly Frame[];
}

const POINTS_STANDING = 240;
const POINTS_PLAYING = 120;
/** Four drawings a second of each of three charts. */
const TURN_MS = 1000 / 12;

export function useFrames(input: FramesInput, charts: number): Frames {
  const { recordings, playing, position, onPosition } = input;
  const [shown, setShown] = useState<Frames>(() => opened(input, charts));
  let current = shown;
  if (!sameItems(shown.recordings, recordings)) {
    current = reopened(shown, input);
    setShown(current);
  }

  const draw = useEffectEvent((chart: number | "all") => {
    const { timeMs } = position();
    const points = playing ? POINTS_PLAYING : POINTS_STANDING;
    setShown((old) => redrawn(old, chart, timeMs, points));
  });

  useEffect(() => {
    if (!playing) {
      draw("all");
      return;
    }
    let turn = 0;
    const timer = setInterval(() => draw(turn++ % charts), TURN_MS);
    return () => clearInterval(timer);
  }, [playing, charts]);

  useEffect(() => {
    let lastMs = position().timeMs;
    return onPosition(({ timeMs }) => {
      // Somebody went back while it plays: nothing may stand behind the play head.
      if (!playing || timeMs < lastMs) draw("all");
      lastMs = timeMs;
    });
  }, [playing, position, onPosition]);

  return current;
}

function opened({ recordings, playing, position }: FramesInput, charts: number): Frames {
  const points = playing ? POINTS_PLAYING : POINTS_STANDING;
  const first: Frame = { timeMs: 0, spanMs: 0, points };
  const frames = Array.from({ length: charts }, () => first);
  return redrawn({ recordings, frames }, "all", position().timeMs, points);
}

/** Other runs on the same axis, unless they begin anew. */
function reopened({ frames }: Frames, input: FramesInput): Frames {
  const fresh = opened(input, frames.length);
  if (input.position().timeMs === 0) return fresh;
  const durationMs = longest(input.recordings);
  return {
    ...fresh,
    frames: fresh.frames.map((frame, chart) => ({
      ...frame,
      spanMs: Math.max(frame.spanMs, Math.min(frames[chart]?.spanMs ?? 0, durationMs)),
    })),
  };
}

function redrawn(
  { recordings, frames }: Frames,
  chart: number | "all",
  timeMs: number,
  points: number,
): Frames {
  const durationMs = longest(recordings);
  return {
    recordings,
    frames: frames.map((frame, index) => {
      if (chart !== "all" && chart !== index) return frame;
      // The axis only grows: it must not slip away under a pointer that drags the play head.
      const spanMs = Math.max(frame.spanMs, niceSpan(timeMs, durationMs));
      const same = frame.timeMs === timeMs && frame.spanMs === spanMs && frame.points === points;
      return same ? frame : { timeMs, spanMs, points };
    }),
  };
}

function longest(recordings: readonly Recording[]): number {
  return Math.max(...recordings.map(({ durationMs }) => durationMs));
}

function sameItems(one: readonly Recording[], other: readonly Recording[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
