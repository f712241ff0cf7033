/**
 * When each strip is drawn again. After the play head was moved, one strip is drawn per frame: a strip of five lanes is
 * expensive, and drawing two in one task, or one in the task in which the pictures jump, would be felt while scrubbing.
 * While the run plays, strips are drawn in the frames in which the page's numbers change, because the browser then lays
 * out the page once for both. Strips with a tail take turns and are drawn seldom. The others are drawn as often as the
 * numbers change, or in turn if there are several.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { Recording } from "../../../run/index.ts";
import type { Position } from "../../../store/index.ts";
import type { Frame } from "./strip.ts";

export interface FramesInput {
  readonly recordings: readonly Recording[];
  readonly playing: boolean;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  /** The position of the play head at which the page's numbers were last written. */
  readonly publishedMs: number;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

export interface Frames {
  /** The same array as long as the recordings in it are the same. */
  readonly recordings: readonly Recording[];
  /** One per strip. */
  readonly frames: readonly Frame[];
}

const POINTS_STANDING = 240;
const POINTS_PLAYING = 120;
/** While playing, every how many writings of the numbers a strip is drawn: one of several, and one with a tail. */
const WRITINGS_A_DRAWING = 2;
const WRITINGS_A_TAIL = 4;
/** If two writings are further apart than this, in wall ms, the play head has jumped in between. */
const JUMP_MS = 1_000;

interface Shown extends Frames {
  readonly publishedMs: number;
  /** How often the numbers have been written while playing. */
  readonly writings: number;
}

/** Returns what each strip shows. `tails` says for each strip whether it has a tail. */
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
      // If the user goes back while it plays, nothing may be left to the right of the play head.
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

/** Draws all strips again, one per frame, and requests no more frames once all are drawn. */
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

  /** Starts again with the strip whose turn it is, so that scrubbing without a pause leaves none out. */
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

/** What is shown after the numbers have moved to `publishedMs` while playing: the strips whose turn it is move too. */
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
    // Strips with a tail take turns by their position, the others by their position among themselves.
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
