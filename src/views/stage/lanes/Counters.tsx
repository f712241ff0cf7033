/** The counters at the head of a lane. */
import type { CSSProperties, JSX } from "react";
import { formatCount, type Language } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { textWidth } from "../picture/text-size.ts";
import { RunningText } from "../RunningText.tsx";
import { type Counter, countersOf } from "./counters-of.ts";
import styles from "./lane.module.css";

// It watches for alerts. If it can't be loaded, the plain name stays.
const CounterName = deferred(async () => (await import("./CounterName.tsx")).CounterName, "quiet");

/** The counters of one lane; those of further lanes show their difference from the first. */
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
  const ems = Math.max(WIDEST_COMMON, ...counters.map((counter) => emsOf(counter, language)));
  return (
    <dl className={styles["counters"]} style={{ "--ems": ems } as CSSProperties}>
      {counters.map(({ id, name, count, of = "", note, noteRoom, alerts }) => (
        <div key={id} data-role={id} data-none={count === 0}>
          <dd className={styles["value"]}>
            <RunningText text={formatCount(count, language)} data-counter={id} />
            {/* In further lanes, the difference takes this room. */}
            {of !== "" && lane === 0 && <small>{of}</small>}
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
              <RunningText text={note} room={noteRoom} />
            </dd>
          ) : (
            <dd className={styles["difference"]} data-counter-difference={id}>
              <RunningText
                text={differenceText(count - (countIn(compared, id) ?? count), language)}
              />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Numbers up to 9,999 keep their size: the width in ems that this takes. */
const WIDEST_COMMON = textWidth("9,999", 1, true);
/** The relative size of a total, and the relative width of the column that has one: both as in `lane.module.css`. */
const SMALL = 0.7;
const WIDER = 1.55;

/** The width of a number, in ems of its own size: the widest sets the size of all numbers of a lane. */
function emsOf({ id, count, of = "" }: Counter, language: Language): number {
  const ems = textWidth(formatCount(count, language), 1, true) + SMALL * textWidth(of, 1);
  return id === "waiting" ? ems / WIDER : ems;
}

function countIn(counters: readonly Counter[], id: Counter["id"]): number | undefined {
  return counters.find((counter) => counter.id === id)?.count;
}

/** A difference with its sign; "=" if there is none. */
function differenceText(by: number, language: Language): string {
  if (by === 0) return "=";
  return `${by > 0 ? "+" : "−"}${formatCount(Math.abs(by), language)}`;
}

function useCounters(recording: Recording, lane: number): readonly Counter[] {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  return countersOf(recording, lane, position, { say, language });
}
