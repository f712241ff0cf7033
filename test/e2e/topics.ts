import type { Checks } from "./check.ts";
import { choosing } from "./choosing.ts";
import { links } from "./links.ts";
import { numbers } from "./numbers.ts";
import { opening } from "./opening.ts";
import { playback } from "./playback.ts";
import { scrubbing } from "./scrubbing.ts";
import { settings } from "./settings.ts";

/** Everything that is checked, in order. */
export const topics: Readonly<Record<string, Checks>> = {
  opening,
  playback,
  scrubbing,
  settings,
  choosing,
  links,
  numbers,
};
