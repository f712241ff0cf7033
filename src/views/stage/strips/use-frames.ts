/**
 * When each strip is drawn anew: one strip a frame after the play head was moved, and one strip after another,
 * each four times a second, while it plays. A strip of five lanes is dear: two in one task, or one in the task in
 * which the pictures jump, would be felt in the hand that scrubs.
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

  const draw = useEffectEvent((strip: number) => {
    const frame = frameAt(position().timeMs, playing);
    setShown((old) => redrawn(old, strip, frame));
  });

  useEffect(() => {
    if (!playing || strips === 0) return;
    let turn = 0;
    const timer = setInterval(() => draw(turn++ % strips), TURN_MS);
    return () => clearInterval(timer);
  }, [playing, strips]);

  useEffect(() => {
    const round = new Round(strips, draw);
    if (!playing) round.start();
    let lastMs = position().timeMs;
    const stop = onPosition(({ timeMs }) => {
      // Somebody went back while it plays: nothing may stand behind the play head.
      if (!playing || timeMs < lastMs) round.start();
      lastMs = timeMs;
    });
    return () => {
      stop();
      round.stop();
    };
  }, [playing, strips, position, onPosition]);

  return current;
}

/** Draws all strips anew, one a frame; no frame is asked for when all are drawn. */
class Round {
  private readonly strips: number;
  private readonly draw: (strip: number) => void;
  private next = 0;
  private left = 0;
  private request = 0;

  constructor(strips: number, draw: (strip: number) => void) {
    this.strips = strips;
    this.draw = draw;
  }

  /** Begins anew with the strip whose turn it is: a hand that scrubs without rest leaves out none. */
  start(): void {
    this.left = this.strips;
    if (this.request === 0 && this.left > 0) this.goOn();
  }

  stop(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  private goOn(): void {
    this.request = requestAnimationFrame(() => {
      this.request = 0;
      this.draw(this.next);
      this.next = (this.next + 1) % this.strips;
      this.left -= 1;
      if (this.left > 0) this.goOn();
    });
  }
}

function frameAt(timeMs: number, playing: boolean): Frame {
  return { timeMs, points: playing ? POINTS_PLAYING : POINTS_STANDING };
}

function opened({ recordings, playing, position }: FramesInput, strips: number): Frames {
  const frame = frameAt(position().timeMs, playing);
  return { recordings, frames: Array.from({ length: strips }, () => frame) };
}

function redrawn({ recordings, frames }: Frames, strip: number, frame: Frame): Frames {
  return {
    recordings,
    frames: frames.map((old, index) => {
      if (strip !== index) return old;
      return old.timeMs === frame.timeMs && old.points === frame.points ? old : frame;
    }),
  };
}

function sameItems(one: readonly Recording[], other: readonly Recording[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
