/**
 * When each strip is drawn anew. After the play head was moved, one strip a frame: a strip of five lanes is dear, and
 * two in one task, or one in the task in which the pictures jump, would be felt in the hand that scrubs. While it plays,
 * in the frames in which the numbers of the page are written anew, because the browser lays the page out once for both:
 * strips with a tail by turns and seldom, the others as often as the numbers, or by turns where there are several.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { Recording } from "../../../run/index.ts";
import type { Position } from "../../../store/index.ts";
import type { Frame } from "./strip.ts";

export interface FramesInput {
  readonly recordings: readonly Recording[];
  readonly playing: boolean;
  /** Virtual ms in a ms of the wall clock. */
  readonly speed: number;
  /** Where the play head was when the numbers of the page were written last. */
  readonly publishedMs: number;
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
/** While it plays, the numbers are written so many times for each time that a strip is drawn; at least, with a tail. */
const WRITINGS_A_DRAWING = 2;
const WRITINGS_A_TAIL = 4;
/** The play head has not played from one writing to the next but jumped, if they are further apart; in wall ms. */
const JUMP_MS = 1_000;

interface Shown extends Frames {
  readonly publishedMs: number;
  /** How often the numbers were written while it played. */
  readonly writings: number;
}

/** `tails`: for each strip whether it has one. */
export function useFrames(input: FramesInput, tails: readonly boolean[]): Frames {
  const strips = tails.length;
  const { recordings, playing, publishedMs, position, onPosition } = input;
  const [shown, setShown] = useState<Shown>(() => opened(input, strips));
  let current = shown;
  if (!sameItems(shown.recordings, recordings) || shown.frames.length !== strips) {
    current = opened(input, strips);
  } else if (playing && shown.publishedMs !== publishedMs) {
    current = movedOn(shown, input, tails);
  }
  if (current !== shown) setShown(current);

  const draw = useEffectEvent((strip: number) => {
    const frame = frameAt(position().timeMs, playing);
    setShown((old) => redrawn(old, strip, frame));
  });

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
  return { timeMs, points: playing ? POINTS_PLAYING : POINTS_STANDING, playing };
}

function opened(input: FramesInput, strips: number): Shown {
  const { recordings, playing, publishedMs, position } = input;
  const frame = frameAt(position().timeMs, playing);
  return {
    recordings,
    publishedMs,
    writings: 0,
    frames: Array.from({ length: strips }, () => frame),
  };
}

/** While it plays: the numbers are now those of `publishedMs`, and so are the strips whose turn it is. */
function movedOn(
  old: Shown,
  { publishedMs, speed }: FramesInput,
  tails: readonly boolean[],
): Shown {
  const frame = frameAt(publishedMs, true);
  const writings = old.writings + 1;
  const hasJumped = Math.abs(publishedMs - old.publishedMs) > JUMP_MS * speed;
  const others = tails.filter((hasTail) => !hasTail).length;
  let place = 0;
  const frames = old.frames.map((own, index) => {
    // Strips with a tail are spread over the writings by their place, the others by theirs among them.
    const isDue = tails[index] ? (writings + index) % WRITINGS_A_TAIL === 0 : isTurn(place++);
    return hasJumped || isDue ? frame : own;
  });
  return { ...old, publishedMs, writings, frames };

  function isTurn(own: number): boolean {
    const turns = others < 2 ? 1 : WRITINGS_A_DRAWING;
    return (writings + own) % turns === 0;
  }
}

function redrawn(shown: Shown, strip: number, frame: Frame): Shown {
  return {
    ...shown,
    frames: shown.frames.map((old, index) => {
      if (strip !== index) return old;
      return old.timeMs === frame.timeMs && old.points === frame.points ? old : frame;
    }),
  };
}

function sameItems(one: readonly Recording[], other: readonly Recording[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
