/** What the page must show for a link: the same run, recorded here. */

import {
  formatCount,
  formatPercent,
  formatRate,
  formatSeconds,
  type Language,
} from "../../src/i18n/index.ts";
import { heldAnywhere, Recording, type RunState, ratesAt } from "../../src/run/index.ts";
import { readLink, runSpecOf } from "../../src/store/index.ts";
import { wordsOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";

/** The run of a link's first lane, recorded as far as the link stands. */
export function recordingOf(link: string): { recording: Recording; timeMs: number; rows: number } {
  const { experiment, position } = readLink(catalogue, link);
  const [recording, ...others] = experiment.lanes.map((lane) => {
    const each = new Recording(catalogue, runSpecOf(experiment, lane));
    each.advanceTo(position.timeMs);
    return each;
  });
  if (recording === undefined) throw new Error(`no lane in ${link}`);
  // The play head moves on as long as any lane's run does.
  const lastMs = Math.max(recording.lastMs, ...others.map((other) => other.lastMs));
  const timeMs = Math.min(position.timeMs, lastMs);
  return { recording, timeMs, rows: position.rows ?? recording.trace.rowsUntil(timeMs) };
}

/** The state of the first lane's run at a link's position. */
export function stateOf(link: string): RunState {
  const { recording, rows } = recordingOf(link);
  return recording.history.stateAtRow(rows);
}

/** The numbers on the screen, as text. */
export interface ShownNumbers {
  readonly time: string;
  readonly madePerSec: string;
  readonly made: string;
  readonly donePerSec: string;
  readonly done: string;
  readonly waiting: string;
  readonly held: string;
  readonly lost: string;
  readonly lossPercent: string;
}

/** The numbers that the screen must show for a link. */
export function numbersOf(link: string, language: Language = "en"): ShownNumbers {
  const { recording, timeMs, rows } = recordingOf(link);
  return numbersAt(recording, timeMs, rows, language);
}

/** The numbers that the screen must show after the first `rows` rows of a run. */
export function numbersAt(
  recording: Recording,
  timeMs: number,
  rows: number,
  language: Language = "en",
): ShownNumbers {
  const rates = ratesAt(recording.history, timeMs);
  const state = recording.history.stateAtRow(rows);
  const { made, done, waiting, lost } = state;
  const { holding } = wordsOf(recording.strategy);
  return {
    time: formatSeconds(timeMs, language),
    madePerSec: formatRate(rates.madePerSec, language),
    made: formatCount(made, language),
    donePerSec: formatRate(rates.donePerSec, language),
    done: formatCount(done, language),
    waiting: formatCount(waiting, language),
    // There is no counter for held elements if the strategy never holds any.
    held: holding === null ? "" : formatCount(heldAnywhere(state), language),
    lost: formatCount(lost, language),
    lossPercent: formatPercent(made === 0 ? 0 : (100 * lost) / made, language),
  };
}
