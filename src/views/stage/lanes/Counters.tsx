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

// It watches for alerts. Where it can't be loaded, a name is a name.
const CounterName = deferred(async () => (await import("./CounterName.tsx")).CounterName, "quiet");

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
  const ems = Math.max(WIDEST_COMMON, ...counters.map((counter) => emsOf(counter, language)));
  return (
    <dl className={styles["counters"]} style={{ "--ems": ems } as CSSProperties}>
      {counters.map(({ id, name, count, of = "", note, noteRoom, alerts }) => (
        <div key={id} data-role={id} data-none={count === 0}>
          <dd className={styles["value"]}>
            <RunningText text={formatCount(count, language)} data-counter={id} />
            {/* Of a further lane the difference has its room. */}
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

/** Up to 9,999 the numbers keep their size; that many ems it takes. */
const WIDEST_COMMON = textWidth("9,999", 1, true);
/** What a count is out of is written smaller, and the column of what waits is wider for it: both as in `lane.module.css`. */
const SMALL = 0.7;
const WIDER = 1.55;

/** How wide a number is, in ems of its own size: all numbers of a lane are as small as the widest needs. */
function emsOf({ id, count, of = "" }: Counter, language: Language): number {
  const ems = textWidth(formatCount(count, language), 1, true) + SMALL * textWidth(of, 1);
  return id === "waiting" ? ems / WIDER : ems;
}

function countIn(counters: readonly Counter[], id: Counter["id"]): number | undefined {
  return counters.find((counter) => counter.id === id)?.count;
}

/** With its sign; no difference says so. */
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
