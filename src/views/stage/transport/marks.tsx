/** Marks on the axis of time: the first loss, the first pressure, the first trip, and changes of settings. */
import type { JSX } from "react";
import { fillIn, formatSeconds } from "../../../i18n/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

interface Mark {
  readonly id: string;
  readonly kind: "drop" | "suspension" | "trip" | "change";
  readonly atMs: number;
  readonly title: string;
}

/** The marks on an axis that ends at `spanMs`, and all of them as a list. */
export function Marks({ spanMs }: { readonly spanMs: number }): JSX.Element {
  const marks = useMarks();
  return (
    <>
      <div className={styles["marks"]}>
        {marks
          .filter(({ atMs }) => atMs <= spanMs)
          .map(({ id, kind, atMs, title }) => (
            <span
              key={id}
              className={styles["mark"]}
              data-kind={kind}
              style={{ insetInlineStart: `${(100 * atMs) / spanMs}%` }}
              title={title}
            />
          ))}
      </div>
      <MarkList marks={marks} />
    </>
  );
}

/** All that is known so far: what comes later in a run is not told before it is there. */
function useMarks(): readonly Mark[] {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const recordings = usePlaygroundState((state) => state.recordings);
  const interventions = usePlaygroundState((state) => state.experiment.interventions);
  // What a run has recorded grows with the play head.
  usePlaygroundState((state) => state.position.timeMs);
  return [
    ...recordings.flatMap(({ strategy, history: { marks: firsts } }) => [
      { kind: "drop" as const, atMs: firsts.firstLossMs, text: words.firstDrop },
      { kind: "trip" as const, atMs: firsts.firstTripMs, text: words.firstTrip },
      {
        kind: "suspension" as const,
        atMs: firsts.firstPressureMs,
        text: wordsOf(strategy).pressure?.mark,
      },
    ]),
    ...interventions.map(({ atMs }) => ({ kind: "change" as const, atMs, text: words.change })),
  ].flatMap(({ kind, atMs, text }, index) => {
    if (atMs === null || text === undefined) return [];
    const title = fillIn(say(text), { n: formatSeconds(atMs, language) });
    return [{ id: `${kind}-${atMs}-${index}`, kind, atMs, title }];
  });
}

/** The same as a list, for whoever can't see them. */
function MarkList({ marks }: { readonly marks: readonly Mark[] }): JSX.Element {
  const say = useWords();
  return (
    <div className="visually-hidden">
      <ul aria-label={say(words.marks)}>
        {marks.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </div>
  );
}
