/** The shapes of one lane's picture at one time, for pictures that are drawn outside the page. */
import type { Language } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { factsOf } from "./facts-of.ts";
import { crewsOf, pictureLayout, sceneOf } from "./scene.ts";
import type { Shape } from "./shape.ts";

/** A moment of a run: its time, and how many rows have happened by then. */
interface Instant {
  readonly timeMs: number;
  readonly rows: number;
}

export interface StillView {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  /** Whether elements fly, as while playing; otherwise they stand where the trace has them. */
  readonly flying: boolean;
}

/**
 * Returns a function that gives the shapes of a run at any of its moments. The run is read only once, for any number of
 * frames. The recording must already reach the moments that are asked for.
 */
export function shapesOf(recording: Recording, view: StillView): (instant: Instant) => Shape[] {
  const facts = factsOf(recording);
  const { width, height, language, speed, flying } = view;
  return ({ timeMs, rows }) => {
    const state = recording.history.stateAtRow(rows);
    const layout = pictureLayout(
      facts.topology,
      crewsOf(state),
      { width, height },
      facts.answer?.share,
    );
    const { under, strip, still, moving } = sceneOf(
      {
        run: facts,
        ...{ state, told: state, timeMs, rows, speed, language },
        discrete: false,
        producerDelayMs: facts.pauseMs,
        picked: -1,
        landedRows: flying ? 0 : rows,
        settlingMs: 0,
      },
      layout,
    );
    return [...under, ...strip, ...still, ...moving];
  };
}
