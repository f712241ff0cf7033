/** The counters of a lane: how many elements are made, waiting, held, done and lost, exactly as the trace has it. */
import {
  fillIn,
  formatCount,
  formatPercent,
  formatRate,
  type Language,
  type Text,
} from "../../../i18n/index.ts";
import {
  type Alert,
  capacityOf,
  heldAnywhere,
  type Recording,
  type RunState,
  ratesAt,
} from "../../../run/index.ts";
import { type Position, rowsAt } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { laneWords } from "./lane-words.ts";

export interface Counter {
  /** It also decides the colour of the number. */
  readonly id: "made" | "waiting" | "held" | "done" | "lost";
  readonly name: string;
  readonly count: number;
  /** The total that the count is part of, as text. */
  readonly of?: string;
  readonly note: string;
  /** For a note that comes and goes: a text that reserves its room. */
  readonly noteRoom?: string;
  /** The kinds of alerts that are about this number. */
  readonly alerts: readonly Alert["kind"][];
}

/** The language of words and numbers. */
interface Speech {
  say(text: Text): string;
  readonly language: Language;
}

/** The counters of a lane at a position, in the order in which they are shown. */
export function countersOf(
  recording: Recording,
  lane: number,
  position: Position,
  { say, language }: Speech,
): readonly Counter[] {
  const rates = ratesAt(recording.history, position.timeMs);
  const state = recording.history.stateAtRow(rowsAt(recording, lane, position));
  const capacity = capacityOf(state);
  const perSec = (rate: number) => fillIn(say(laneWords.perSec), { n: formatRate(rate, language) });
  const lossPercent = state.made === 0 ? 0 : (100 * state.lost) / state.made;
  const { holding } = wordsOf(recording.strategy);
  const isBounded = Number.isFinite(capacity) && capacity > 0;
  // A program may itself keep a buffer without a bound short, and guarantee that.
  const { maxBuffered } = recording.strategy.guarantees(recording.startValues);
  return [
    {
      id: "made",
      name: say(laneWords.made),
      count: state.made,
      note: perSec(rates.madePerSec),
      alerts: [],
    },
    {
      id: "waiting",
      name: say(laneWords.waiting),
      count: state.waiting,
      ...(isBounded ? { of: `/${formatCount(capacity, language)}` } : {}),
      note:
        capacity === Number.POSITIVE_INFINITY && maxBuffered === capacity
          ? say(laneWords.noBound)
          : "",
      alerts: holding === null ? ["depth", "wait"] : ["depth"],
    },
    ...(holding === null
      ? []
      : [
          {
            id: "held" as const,
            name: say(holding.counter),
            count: heldAnywhere(state),
            note: isSourceHeld(state) ? say(laneWords.sourceHeld) : "",
            noteRoom: say(laneWords.sourceHeld),
            alerts: ["wait" as const],
          },
        ]),
    {
      id: "done",
      name: say(laneWords.done),
      count: state.done,
      note: perSec(rates.donePerSec),
      alerts: [],
    },
    {
      id: "lost",
      name: say(laneWords.lost),
      count: state.lost,
      note: fillIn(say(laneWords.share), { n: formatPercent(lossPercent, language) }),
      alerts: ["loss"],
    },
  ];
}

function isSourceHeld({ stations }: RunState): boolean {
  return stations.some(
    ({ station, actors }) =>
      station.kind === "source" && actors.some(({ activity }) => activity === "held"),
  );
}
