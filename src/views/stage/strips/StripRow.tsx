/** One strip: its title with the current values, its field, and a table with the same content. */
import { type JSX, memo } from "react";
import { fillIn, formatSeconds } from "../../../i18n/index.ts";
import type { StripId } from "../../../scenarios/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { usePlaygroundState } from "../../playground-context.ts";
import { stripNames } from "../strip-words.ts";
import { Swatch } from "./Swatch.tsx";
import type { Picked, Strip, StripFieldProps, StripValue } from "./strip.ts";
import styles from "./strips.module.css";
import { words } from "./words.ts";

const ElementPicker = deferred(
  async () => (await import("./ElementPicker.tsx")).ElementPicker,
  "quiet",
);

interface StripRowProps extends StripFieldProps {
  readonly id: StripId;
  /** Undefined while it is being loaded. */
  readonly strip: Strip | undefined;
  readonly playing: boolean;
  onPick(picked: Picked | null): void;
}

export function StripRow(props: StripRowProps): JSX.Element {
  const { id, strip, playing, onPick, ...field } = props;
  const { hoverMs } = field;
  const headMs = usePlaygroundState((state) => state.position.timeMs);
  const title = stripNames[id];
  // The values are those at the pointer, or else at the play head.
  const timeMs = Math.min(hoverMs ?? headMs, headMs);
  const values = strip?.valuesAt(field, timeMs) ?? [];
  const { language, recordings } = field;
  return (
    <>
      <div className={styles["label"]} data-strip={id}>
        <strong>{title[language]}</strong>
        <Values values={values} lanes={recordings.length} />
        {strip?.elementAt !== undefined && values.length === 0 && (
          <ElementPicker {...field} untilMs={headMs} onPick={onPick} />
        )}
      </div>
      <div
        className={styles["field"]}
        role="img"
        aria-label={summary(field, title[language], timeMs, values)}
        data-plot={id}
      >
        {strip?.field(field)}
      </div>
      <div className={styles["hidden"]}>
        {strip !== undefined && <StillTable strip={strip} playing={playing} {...field} />}
      </div>
    </>
  );
}

/** With one lane, numbers with their names. With several, a number beside each lane's line, and the name only once. */
function Values({
  values,
  lanes,
}: {
  readonly values: readonly StripValue[];
  readonly lanes: number;
}): JSX.Element {
  const names = new Set(values.map(({ name }) => name));
  return (
    <span className={styles["values"]} data-lanes={lanes}>
      {values.map(({ key, name, text, color, lane }) => (
        <span key={key} style={{ color }} title={name} data-value={key}>
          {lanes > 1 ? <Swatch lane={lane} color={color} /> : <i style={{ background: color }} />}
          <b>{text}</b>
          {lanes === 1 && values.length > 1 && <small>{name}</small>}
        </span>
      ))}
      {lanes > 1 && names.size === 1 && <small>{values[0]?.name}</small>}
    </span>
  );
}

interface StillTableProps extends StripFieldProps {
  readonly strip: Strip;
  readonly playing: boolean;
}

/** While the run plays, the table stays as it was: nobody can read a table that keeps changing. */
const StillTable = memo(
  function StillTable({ strip, ...field }: StillTableProps): JSX.Element {
    return strip.table(field);
  },
  (before, after) =>
    after.playing ||
    (before.frame === after.frame &&
      before.recordings === after.recordings &&
      before.language === after.language &&
      before.laneNames.join() === after.laneNames.join()),
);

function summary(
  { laneNames, language, recordings }: StripFieldProps,
  title: string,
  timeMs: number,
  values: readonly StripValue[],
): string {
  const said = recordings.map((_, lane) => {
    const own = values.filter((value) => value.lane === lane);
    const numbers = own.map(({ name, text }) => `${name} ${text}`).join(", ");
    return recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}: ${numbers}` : numbers;
  });
  return fillIn(words.summary[language], {
    title,
    time: fillIn(words.time[language], { n: formatSeconds(timeMs, language) }),
    values: said.join("; "),
  });
}
