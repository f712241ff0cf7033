/** The numbers of a lane: what was made, where it stands, what is done and what is lost. Exactly what the trace says. */
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
  /** It also names the colour of the number. */
  readonly id: "made" | "waiting" | "held" | "done" | "lost";
  readonly name: string;
  readonly count: number;
  /** What the count is out of. */
  readonly of?: string;
  readonly note: string;
  /** A note that comes and goes: the room that it has for good. */
  readonly noteRoom?: string;
  /** The kinds of alerts that stand at it. */
  readonly alerts: readonly Alert["kind"][];
}

/** In which language numbers and words are written. */
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
  // The program that fills a buffer without a bound may keep it short.
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
