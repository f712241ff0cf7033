import { accessibility } from "./accessibility.ts";
import type { Checks } from "./check.ts";
import { choosing } from "./choosing.ts";
import { geometry } from "./geometry.ts";
import { keyboard } from "./keyboard.ts";
import { lesson } from "./lesson.ts";
import { links } from "./links.ts";
import { longTasks } from "./long-tasks.ts";
import { numbers } from "./numbers.ts";
import { offline } from "./offline.ts";
import { opening } from "./opening.ts";
import { pictures } from "./pictures.ts";
import { playback } from "./playback.ts";
import { poster } from "./poster.ts";
import { preferences } from "./preferences.ts";
import { scenarios } from "./scenarios.ts";
import { scrubbing } from "./scrubbing.ts";
import { settings } from "./settings.ts";
import { sizes } from "./sizes.ts";
import { starting } from "./starting.ts";
import { tours } from "./tours.ts";
import { translated } from "./translated.ts";

/** Checks of what happens while the page is loading: each gets a context of its own. */
function alone(checks: Checks): Checks {
  return checks.map((check) => ({ ...check, alone: true }));
}

/** All checks by topic, in the order in which they run. */
export const topics: Readonly<Record<string, Checks>> = {
  tours,
  opening,
  starting: alone(starting),
  playback,
  scrubbing,
  settings,
  choosing,
  lesson,
  scenarios,
  links,
  offline: alone(offline),
  poster,
  numbers,
  "long tasks": alone(longTasks),
  preferences,
  translated,
  keyboard,
  geometry,
  sizes,
  accessibility,
  pictures,
};
