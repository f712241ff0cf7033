/**
 * When each strip is drawn anew: at once while the page stands still, and one strip after another, each
 * four times a second, while it plays.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { Recording } from "../../../run/index.ts";
import type { Position } from "../../../store/index.ts";
import type { Frame } from "./strip.ts";

export interface FramesInput {
  readonly recordings: readonly Recording[];
  readonly playing: boolean;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

export interface Frames {
  /** The same array for as long as the recordings in it are the same. */
  readonly recordings: readonly Recording[];
  /** One a strip. */
  readonly frames: readonly Frame[];
}

const POINTS_STANDING = 240;
const POINTS_PLAYING = 120;
/** Four drawings a second of each of three strips. */
const TURN_MS = 1000 / 12;

export function useFrames(input: FramesInput, strips: number): Frames {
  const { recordings, playing, position, onPosition } = input;
  const [shown, setShown] = useState<Frames>(() => opened(input, strips));
  let current = shown;
  if (!sameItems(shown.recordings, recordings) || shown.frames.length !== strips) {
    current = opened(input, strips);
    setShown(current);
  }

  const draw = useEffectEvent((strip: number | "all") => {
    const frame = frameAt(position().timeMs, playing);
    setShown((old) => redrawn(old, strip, frame));
  });

  useEffect(() => {
    if (!playing || strips === 0) {
      draw("all");
      return;
    }
    let turn = 0;
    const timer = setInterval(() => draw(turn++ % strips), TURN_MS);
    return () => clearInterval(timer);
  }, [playing, strips]);

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

function frameAt(timeMs: number, playing: boolean): Frame {
  return { timeMs, points: playing ? POINTS_PLAYING : POINTS_STANDING };
}

function opened({ recordings, playing, position }: FramesInput, strips: number): Frames {
  const frame = frameAt(position().timeMs, playing);
  return { recordings, frames: Array.from({ length: strips }, () => frame) };
}

function redrawn({ recordings, frames }: Frames, strip: number | "all", frame: Frame): Frames {
  return {
    recordings,
    frames: frames.map((old, index) => {
      if (strip !== "all" && strip !== index) return old;
      return old.timeMs === frame.timeMs && old.points === frame.points ? old : frame;
    }),
  };
}

function sameItems(one: readonly Recording[], other: readonly Recording[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
