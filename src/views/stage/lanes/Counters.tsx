/** The numbers of a lane: what was made, where it stands, what is done and what is lost. Exactly what the trace says. */
import type { JSX } from "react";
import { fillIn, formatCount, formatPercent, formatRate } from "../../../i18n/index.ts";
import {
  type Alert,
  capacityOf,
  type Recording,
  type RunState,
  ratesAt,
} from "../../../run/index.ts";
import { rowsAt } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";

// It watches for alerts. Where it can't be loaded, a name is a name.
const CounterName = deferred(async () => (await import("./CounterName.tsx")).CounterName, "quiet");

interface Counter {
  readonly id: "produced" | "depth" | "waiting" | "done" | "dropped";
  readonly role: string;
  readonly name: string;
  readonly count: number;
  /** What the count is out of. */
  readonly of?: string;
  readonly note: string;
  /** The kinds of alerts that stand at it. */
  readonly alerts: readonly Alert["kind"][];
}

/** Of a further lane, with what differs from the first. */
export function Counters({
  recording,
  lane,
}: {
  readonly recording: Recording;
  readonly lane: number;
}): JSX.Element {
  const language = usePlaygroundState((state) => state.preferences.language);
  const first = usePlaygroundState((state) => state.recordings[0]) ?? recording;
  const counters = useCounters(recording, lane);
  const compared = useCounters(first, 0);
  return (
    <dl className={styles["counters"]}>
      {counters.map(({ id, role, name, count, of = "", note, alerts }) => (
        <div key={id} data-role={role} data-none={count === 0}>
          <dd className={styles["value"]}>
            <span data-counter={id}>{formatCount(count, language)}</span>
            {of !== "" && <small>{of}</small>}
          </dd>
          <dt>
            <CounterName
              recording={recording}
              lane={lane}
              alerts={alerts}
              name={name}
              meanwhile={<span>{name}</span>}
            />
          </dt>
          {lane === 0 ? (
            <dd className={styles["note"]} data-counter-note={id}>
              {note}
            </dd>
          ) : (
            <dd className={styles["difference"]} data-counter-difference={id}>
              {differenceText(count - (countIn(compared, id) ?? count), language)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function countIn(counters: readonly Counter[], id: Counter["id"]): number | undefined {
  return counters.find((counter) => counter.id === id)?.count;
}

/** With its sign; no difference says so. */
function differenceText(by: number, language: Parameters<typeof formatCount>[1]): string {
  if (by === 0) return "=";
  return `${by > 0 ? "+" : "−"}${formatCount(Math.abs(by), language)}`;
}

function useCounters(recording: Recording, lane: number): readonly Counter[] {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const rates = ratesAt(recording.history, position.timeMs);
  const state = recording.history.stateAtRow(rowsAt(recording, lane, position));
  const capacity = capacityOf(state);
  const perSec = (rate: number) => fillIn(say(laneWords.perSec), { n: formatRate(rate, language) });
  const lossPercent = state.made === 0 ? 0 : (100 * state.lost) / state.made;
  const { holding } = wordsOf(recording.spec.strategy);
  const isBounded = Number.isFinite(capacity) && capacity > 0;
  return [
    {
      id: "produced",
      role: "produced",
      name: say(laneWords.made),
      count: state.made,
      note: perSec(rates.madePerSec),
      alerts: [],
    },
    {
      id: "depth",
      role: "buffered",
      name: say(laneWords.waiting),
      count: state.waiting,
      ...(isBounded ? { of: `/${formatCount(capacity, language)}` } : {}),
      note: capacity === Number.POSITIVE_INFINITY ? say(laneWords.noBound) : "",
      alerts: holding === null ? ["depth", "wait"] : ["depth"],
    },
    ...(holding === null
      ? []
      : [
          {
            id: "waiting" as const,
            role: "suspended",
            name: say(holding.counter),
            count: heldIn(state),
            note: isSourceHeld(state) ? say(laneWords.sourceHeld) : "",
            alerts: ["wait" as const],
          },
        ]),
    {
      id: "done",
      role: "done",
      name: say(laneWords.done),
      count: state.done,
      note: perSec(rates.donePerSec),
      alerts: [],
    },
    {
      id: "dropped",
      role: "dropped",
      name: say(laneWords.lost),
      count: state.lost,
      note: fillIn(say(laneWords.share), { n: formatPercent(lossPercent, language) }),
      alerts: ["loss"],
    },
  ];
}

/** How many wait before a station with an element in hand, and producers before a buffer until theirs is done. */
function heldIn({ stations }: RunState): number {
  return stations.reduce((sum, { station, actors, held }) => {
    const inTheirCalls = actors.filter(
      ({ heldAt, hand }) => hand.length === 0 && stations[heldAt]?.station.kind === "buffer",
    );
    const inHand = held.filter(({ element }) => element >= 0);
    return sum + inHand.length + (station.kind === "source" ? inTheirCalls.length : 0);
  }, 0);
}

function isSourceHeld({ stations }: RunState): boolean {
  return stations.some(
    ({ station, actors }) =>
      station.kind === "source" && actors.some(({ activity }) => activity === "held"),
  );
}
