import type { Checks } from "./check.ts";
import { playback } from "./playback.ts";
import { scrubbing } from "./scrubbing.ts";

/** Everything that is checked, in order. */
export const topics: Readonly<Record<string, Checks>> = {
  playback,
  scrubbing,
};
