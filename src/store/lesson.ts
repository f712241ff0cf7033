/** The progress in the lesson of a scenario. It belongs to the page, not to a run or a link. */
import { PLAIN_SHOWS_AT_MS, scenarioOf } from "../scenarios/index.ts";
import type { PlaygroundState } from "./contract.ts";
import type { DrawnDepth } from "./drawn-depth.ts";
import { type Experiment, isUntouched, runSpecOf } from "./experiment.ts";

/** The progress with one question. */
export interface QuestionProgress {
  /** The answer that was expected before the run, by its index; null for none yet. */
  readonly guess: number | null;
  /** The depth that was drawn instead; null if it was not. */
  readonly drawn: DrawnDepth | null;
  /** The answer that the person saw in the run, by its index. */
  readonly seen: number | null;
  /** Whether the play head has reached the time at which the answer shows. */
  readonly reached: boolean;
  /** Whether the person asked to be shown the answer without a guess. */
  readonly shown: boolean;
}

/** The same question with other numbers: its run, and the time at which the answer shows there. */
export interface TwinProgress extends QuestionProgress {
  readonly experiment: Experiment;
  readonly showsAtMs: number;
}

export interface LessonProgress extends QuestionProgress {
  /** The chosen explanation, by its index; `shown` if the person asked to be shown it. */
  readonly why: number | "shown" | null;
  /** The question being asked: the scenario's own, why it is so, or the same with other numbers. */
  readonly part: "question" | "why" | "twin";
  /** Null until the person gets to it. */
  readonly twin: TwinProgress | null;
  /** Whether the lesson is folded to one line. */
  readonly folded: boolean;
  /** The number of hands raised for each answer, before the run and after it. */
  readonly votes: { readonly before: readonly number[]; readonly after: readonly number[] };
}

export const NOTHING_YET: QuestionProgress = {
  guess: null,
  drawn: null,
  seen: null,
  reached: false,
  shown: false,
};

export const NO_PROGRESS: LessonProgress = {
  ...NOTHING_YET,
  why: null,
  part: "question",
  twin: null,
  folded: false,
  votes: { before: [], after: [] },
};

type OnPage = Pick<PlaygroundState, "lessons" | "experiment">;
/** A page with its catalogue, from which a scenario is read. */
type Known = OnPage & Pick<PlaygroundState, "catalogue">;

/** The progress in the lesson of the scenario on the page. */
export function progressOf({ lessons, experiment }: OnPage): LessonProgress {
  return lessons[experiment.scenario] ?? NO_PROGRESS;
}

/** The question being asked: the scenario's own, or its twin. */
export function askedOf(state: OnPage): QuestionProgress {
  const progress = progressOf(state);
  return (progress.part === "twin" && progress.twin) || progress;
}

/** Whether the person has made a guess, by choice or by drawing. */
export function isPredicted({ guess, drawn }: Pick<QuestionProgress, "guess" | "drawn">): boolean {
  return guess !== null || (drawn?.values.some((value) => value !== null) ?? false);
}

/** When the answer shows, in ms; null unless the run on the page is the one that the question is about. */
export function showsAtMsOf(state: Known): number | null {
  const { catalogue, experiment } = state;
  const { part, twin } = progressOf(state);
  if (part === "twin" && twin !== null) {
    return specsOf(experiment).includes(specsOf(twin.experiment)[0] ?? "") ? twin.showsAtMs : null;
  }
  if (!isUntouched(catalogue, experiment)) return null;
  const { showsAtMs, strategies } = scenarioOf(catalogue, experiment.scenario);
  const isOwn = experiment.lanes.some(({ strategy }) => strategy === strategies[0]);
  return isOwn ? (showsAtMs ?? PLAIN_SHOWS_AT_MS) : null;
}

/** The drawing for a run on the page; null if there is none, or its run is no longer on the page. */
export function drawnOf(state: Known): DrawnDepth | null {
  return drawnLaneOf(state) === null ? null : askedOf(state).drawn;
}

/** The index of the lane that was drawn; null if there is no drawing, or no lane has its run. */
export function drawnLaneOf(state: Known): number | null {
  const { drawn } = askedOf(state);
  if (drawn === null || showsAtMsOf(state) === null) return null;
  const { lane, spec } = drawn.whose;
  const specs = specsOf(state.experiment);
  const own = JSON.stringify(spec);
  const place = specs[lane] === own ? lane : specs.indexOf(own);
  return place < 0 ? null : place;
}

function specsOf(experiment: Experiment): string[] {
  return experiment.lanes.map((lane) => JSON.stringify(runSpecOf(experiment, lane)));
}

/** The time, in ms, at which the run pauses by itself because the answer shows there; null for none. */
export function lessonStopMs(state: PlaygroundState): number | null {
  const asked = askedOf(state);
  // While a card of the lesson is shown, the audience is waiting for the answer.
  const isAwaited = isPredicted(asked) || (state.presenting?.step ?? 0) > 0;
  return isAwaited && !asked.reached && !asked.shown ? showsAtMsOf(state) : null;
}

/** The lessons with the one of the scenario on the page changed. */
export function withProgress(
  state: OnPage,
  change: Partial<LessonProgress>,
): PlaygroundState["lessons"] {
  const { lessons, experiment } = state;
  return { ...lessons, [experiment.scenario]: { ...progressOf(state), ...change } };
}

/** The lessons with the progress of the question being asked changed. */
export function withAsked(
  state: OnPage,
  change: Partial<QuestionProgress>,
): PlaygroundState["lessons"] {
  const { part, twin } = progressOf(state);
  const isTwin = part === "twin" && twin !== null;
  return withProgress(state, isTwin ? { twin: { ...twin, ...change } } : change);
}
