/** The numbers of a lane: what goes in and out, what waits, what is lost. Exactly what the trace says. */
import type { JSX } from "react";
import { fillIn, formatBytes, formatCount, formatRate } from "../../i18n/index.ts";
import { type ActorState, type Recording, ratesAt } from "../../run/index.ts";
import { rowsAt } from "../../store/index.ts";
import { UNLIMITED } from "../../systems/kotlin/index.ts";
import { deferred } from "../deferred.tsx";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";

// It watches for alerts. Where it can't be loaded, a name is a name.
const CounterName = deferred(async () => (await import("./CounterName.tsx")).CounterName, "quiet");

interface Counter {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

export function Counters({
  recording,
  lane,
}: {
  readonly recording: Recording;
  readonly lane: number;
}): JSX.Element {
  const counters = useCounters(recording, lane);
  return (
    <dl className={styles["counters"]}>
      {counters.map(({ id, role, name, value, unit, note }) => (
        <div key={id} data-role={role}>
          <dt>
            <CounterName
              recording={recording}
              lane={lane}
              counter={id}
              name={name}
              meanwhile={<span>{name}</span>}
            />
          </dt>
          <dd>
            <span className={styles["value"]} data-counter={id}>
              {value}
            </span>
            <span className={styles["unit"]}>{unit}</span>
            <span className={styles["note"]} data-counter-note={id}>
              {note}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useCounters(recording: Recording, lane: number): readonly Counter[] {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const rates = ratesAt(recording.history, position.timeMs);
  const state = recording.history.stateAtRow(rowsAt(recording, lane, position));
  const { elementBytes } = recording;
  const count = (value: number) => formatCount(value, language);
  const inAll = (value: number) => fillIn(say(laneWords.total), { n: count(value) });
  const { capacity } = state;
  const waiting = state.waiting.length;
  // Where each element has a coroutine of its own, those wait and the producer may go on.
  const held = state.producers.some(isHeld);
  const lossPercent = state.produced === 0 ? 0 : (100 * state.lost) / state.produced;
  // Whatever was made and is neither done nor lost is held by somebody.
  const live = state.produced - state.done - state.lost;
  const heap = formatBytes(live * elementBytes, language);
  return [
    {
      id: "produced",
      role: "produced",
      name: say(laneWords.inPerSec),
      value: formatRate(rates.producedPerSec, language),
      unit: say(laneWords.perSec),
      note: inAll(state.produced),
    },
    {
      id: "done",
      role: "done",
      name: say(laneWords.outPerSec),
      value: formatRate(rates.donePerSec, language),
      unit: say(laneWords.perSec),
      note: inAll(state.done),
    },
    {
      id: "depth",
      role: "buffered",
      name: say(laneWords.depth),
      value: count(state.buffer.length),
      unit: capacity === UNLIMITED ? "" : fillIn(say(laneWords.ofCapacity), { n: count(capacity) }),
      note: fillIn(say(laneWords.heap), { n: heap }),
    },
    {
      id: "waiting",
      role: "suspended",
      name: say(laneWords.waiting),
      value: count(waiting),
      unit: "",
      note: say(
        held ? laneWords.waitNote : waiting > 0 ? laneWords.waitOthers : laneWords.waitNone,
      ),
    },
    {
      id: "dropped",
      role: "dropped",
      name: say(laneWords.dropped),
      value: count(state.lost),
      unit: "",
      note: fillIn(say(laneWords.loss), { n: formatRate(lossPercent, language) }),
    },
  ];
}

function isHeld({ activity }: ActorState): boolean {
  return activity === "suspended" || activity === "gate";
}
