/** How far somebody has come in the lesson of a scenario. It belongs to the page, to no run and to no link. */
import { PLAIN_SHOWS_AT_MS, scenarioOf } from "../scenarios/index.ts";
import type { PlaygroundState } from "./contract.ts";
import { type Experiment, isUntouched } from "./experiment.ts";

export interface LessonProgress {
  /** The answer that was expected before the run, by its index; null for none yet. */
  readonly guess: number | null;
  /** What was seen in the run, likewise. */
  readonly seen: number | null;
  /** Whether the play head has come to where the answer shows. */
  readonly reached: boolean;
  /** Whether the answer was asked for without all that. */
  readonly shown: boolean;
  /** Whether it is over and out of the way: one line is left of it. */
  readonly folded: boolean;
  /** Hands in the room for each answer, before the run and after it. */
  readonly votes: { readonly before: readonly number[]; readonly after: readonly number[] };
}

export const NO_PROGRESS: LessonProgress = {
  guess: null,
  seen: null,
  reached: false,
  shown: false,
  folded: false,
  votes: { before: [], after: [] },
};

/** Of the scenario on the page. */
export function progressOf({
  lessons,
  experiment,
}: Pick<PlaygroundState, "lessons" | "experiment">): LessonProgress {
  return lessons[experiment.scenario] ?? NO_PROGRESS;
}

/** When the answer shows; null in another run than the one that the question is about. */
export function showsAtMsOf(experiment: Experiment): number | null {
  if (!isUntouched(experiment)) return null;
  const { showsAtMs, strategies } = scenarioOf(experiment.scenario);
  const isOwn = experiment.lanes.some(({ strategy }) => strategy === strategies[0]);
  return isOwn ? (showsAtMs ?? PLAIN_SHOWS_AT_MS) : null;
}

/** Where the run is to pause by itself because somebody waits for the answer; null for nowhere. */
export function lessonStopMs(state: PlaygroundState): number | null {
  const { guess, reached, shown } = progressOf(state);
  if (guess === null || reached || shown) return null;
  return showsAtMsOf(state.experiment);
}

/** The lessons with this one changed. */
export function withProgress(
  { lessons, experiment }: Pick<PlaygroundState, "lessons" | "experiment">,
  change: Partial<LessonProgress>,
): PlaygroundState["lessons"] {
  const progress = progressOf({ lessons, experiment });
  return { ...lessons, [experiment.scenario]: { ...progress, ...change } };
}
