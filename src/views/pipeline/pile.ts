/** The pile of an unlimited buffer: how high and wide it stands over the frame it is compared with. */
import type { Box } from "./layout.ts";

/** A default buffer of Kotlin (`Channel.BUFFERED`): the frame that the pile outgrows. */
export const DEFAULT_BUFFER = 64;

/** The pile leaves this much of the room's height free. */
const HEADROOM = 1.06;
const LEAST_FRAME_PX = 3;
const FRAME_WIDTH = 0.42;
/** At so many frames the pile is as wide as the room. */
const FULL_WIDTH_AT = 20;

export interface Pile {
  /** What stands over the rim. */
  readonly over: Box;
  readonly frame: Box;
}

/** The pile of `depth` elements in a room; heights are true to scale down to what can be seen. */
export function pileIn(room: Box, depth: number): Pile {
  const perElement = room.height / (depth * HEADROOM);
  const frameHeight = Math.max(LEAST_FRAME_PX, DEFAULT_BUFFER * perElement);
  const height = depth * perElement;
  const middle = room.x + room.width / 2;
  const bottom = room.y + room.height;
  const narrow = room.width * FRAME_WIDTH;
  const spread = Math.min(1, Math.max(0, (depth / DEFAULT_BUFFER - 1) / (FULL_WIDTH_AT - 1)));
  const wide = narrow + (room.width - narrow) * spread;
  return {
    over: {
      x: middle - wide / 2,
      y: bottom - height,
      width: wide,
      height: Math.max(0, height - frameHeight),
    },
    frame: { x: middle - narrow / 2, y: bottom - frameHeight, width: narrow, height: frameHeight },
  };
}
