/** The shapes of one lane's picture at one time, for whoever draws them elsewhere than on the page. */
import type { Language } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { factsOf } from "./facts-of.ts";
import { crewsOf, pictureLayout, sceneOf } from "./scene.ts";
import type { Shape } from "./shape.ts";

/** A moment of a run: after so many rows at so many ms. */
interface Instant {
  readonly timeMs: number;
  readonly rows: number;
}

export interface StillView {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** Virtual ms a second of the wall, over 1000: how fast what moves seems to. */
  readonly speed: number;
  /** What moves is on its way, as while playing; else it stands where the trace has it. */
  readonly flying: boolean;
}

/**
 * Draws a run at any of its moments. It reads the run once, and is then called as often as there are frames;
 * the recording must reach as far as the moments that are asked for.
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
