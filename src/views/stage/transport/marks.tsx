/** Marks on the axis of time: the first loss, pressure and trip, the end of main's body, and changes of settings. */
import type { JSX } from "react";
import { fillIn, formatSeconds, type Text } from "../../../i18n/index.ts";
import { bodyEndMsOf } from "../../../run/index.ts";
import { sharedParamsOf } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { useCatalogue, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

interface Mark {
  readonly id: string;
  readonly kind: "drop" | "suspension" | "trip" | "body" | "change";
  readonly atMs: number;
  readonly title: string;
}

/** A mark that may be drawn. */
interface PossibleMark extends Pick<Mark, "kind"> {
  /** When it happened; null if it has not. */
  readonly atMs: number | null;
  /** Undefined if the system has no word for it. */
  readonly text: Text | undefined;
  /** The name of the setting that was changed. */
  readonly setting?: Text | undefined;
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

/** All marks that are known: what happens later in a run is not marked before it is recorded. */
function useMarks(): readonly Mark[] {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const recordings = usePlaygroundState((state) => state.recordings);
  const experiment = usePlaygroundState((state) => state.experiment);
  const shared = sharedParamsOf(useCatalogue(), experiment.lanes);
  // What a run has recorded grows with the play head.
  usePlaygroundState((state) => state.position.timeMs);
  const possible: readonly PossibleMark[] = [
    ...recordings.flatMap((recording): PossibleMark[] => {
      const { strategy, history } = recording;
      const { marks: firsts } = history;
      return [
        { kind: "body", atMs: bodyEndMsOf(recording), text: words.bodyEnd },
        { kind: "drop", atMs: firsts.firstLossMs, text: words.firstDrop },
        { kind: "trip", atMs: firsts.firstTripMs, text: words.firstTrip },
        {
          kind: "suspension",
          atMs: firsts.firstPressureMs,
          text: wordsOf(strategy).pressure?.mark,
        },
      ];
    }),
    ...experiment.interventions.map(({ atMs, key }): PossibleMark => {
      const setting = shared.find((param) => param.key === key)?.label;
      return { kind: "change", atMs, text: words.change, setting };
    }),
  ];
  return possible.flatMap(({ kind, atMs, text, setting }, index) => {
    if (atMs === null || text === undefined) return [];
    const title = fillIn(say(text), {
      n: formatSeconds(atMs, language),
      setting: setting === undefined ? "" : say(setting),
    });
    return [{ id: `${kind}-${atMs}-${index}`, kind, atMs, title }];
  });
}

/** The same as a list, for screen readers. */
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
