/** How far somebody has come in the lesson of a scenario. It belongs to the page, to no run and to no link. */
import { PLAIN_SHOWS_AT_MS, scenarioOf } from "../scenarios/index.ts";
import type { PlaygroundState } from "./contract.ts";
import type { DrawnDepth } from "./drawn-depth.ts";
import { type Experiment, isUntouched, runSpecOf } from "./experiment.ts";

/** How far somebody has come with one question. */
export interface QuestionProgress {
  /** The answer that was expected before the run, by its index; null for none yet. */
  readonly guess: number | null;
  /** What was drawn instead; null where nobody draws. */
  readonly drawn: DrawnDepth | null;
  /** What was seen in the run, as an answer by its index. */
  readonly seen: number | null;
  /** Whether the play head has come to where the answer shows. */
  readonly reached: boolean;
  /** Whether the answer was asked for without all that. */
  readonly shown: boolean;
}

/** The same question with other numbers: the run that it is about, and when its answer shows there. */
export interface TwinProgress extends QuestionProgress {
  readonly experiment: Experiment;
  readonly showsAtMs: number;
}

export interface LessonProgress extends QuestionProgress {
  /** Which mechanism was taken to be behind it, by the index of the choice; `shown`: that was asked for instead. */
  readonly why: number | "shown" | null;
  /** What is asked now: the scenario's own question, why it is so, or the same with other numbers. */
  readonly part: "question" | "why" | "twin";
  /** Null until somebody comes to it. */
  readonly twin: TwinProgress | null;
  /** Whether it is out of the way: one line is left of it. */
  readonly folded: boolean;
  /** Hands in the room for each answer, before the run and after it. */
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
/** With what is known of the scenario. */
type Known = OnPage & Pick<PlaygroundState, "catalogue">;

/** Of the scenario on the page. */
export function progressOf({ lessons, experiment }: OnPage): LessonProgress {
  return lessons[experiment.scenario] ?? NO_PROGRESS;
}

/** The question that is asked now: the scenario's own, or its twin. */
export function askedOf(state: OnPage): QuestionProgress {
  const progress = progressOf(state);
  return (progress.part === "twin" && progress.twin) || progress;
}

/** Whether something is expected of the run. */
export function isPredicted({ guess, drawn }: Pick<QuestionProgress, "guess" | "drawn">): boolean {
  return guess !== null || (drawn?.values.some((value) => value !== null) ?? false);
}

/** When the answer shows; null in another run than the one that the question is about. */
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

/** What was drawn for a run on the page; null where nothing was, or the run is not there any more. */
export function drawnOf(state: Known): DrawnDepth | null {
  return drawnLaneOf(state) === null ? null : askedOf(state).drawn;
}

/** The lane that a drawing is of, by its index; null where there is no drawing, or no lane has its run. */
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

/** Where the run is to pause by itself because somebody waits for the answer; null for nowhere. */
export function lessonStopMs(state: PlaygroundState): number | null {
  const asked = askedOf(state);
  // An audience waits for it while a card of the lesson is shown.
  const isAwaited = isPredicted(asked) || (state.presenting?.step ?? 0) > 0;
  return isAwaited && !asked.reached && !asked.shown ? showsAtMsOf(state) : null;
}

/** The lessons with this one changed. */
export function withProgress(
  state: OnPage,
  change: Partial<LessonProgress>,
): PlaygroundState["lessons"] {
  const { lessons, experiment } = state;
  return { ...lessons, [experiment.scenario]: { ...progressOf(state), ...change } };
}

/** The lessons with the question changed that is asked now. */
export function withAsked(
  state: OnPage,
  change: Partial<QuestionProgress>,
): PlaygroundState["lessons"] {
  const { part, twin } = progressOf(state);
  const isTwin = part === "twin" && twin !== null;
  return withProgress(state, isTwin ? { twin: { ...twin, ...change } } : change);
}
