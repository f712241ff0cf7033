/** The exact values at the crosshair. */
import { Fragment, type JSX } from "react";
import type { Language } from "../../i18n/index.ts";
import { type Column, type Row, valueText } from "./chart-data.ts";
import type { ChartKind } from "./chart-kind.ts";
import styles from "./charts.module.css";
import { Swatch } from "./Swatch.tsx";

interface ReadoutProps {
  readonly kind: ChartKind;
  readonly columns: readonly Column[];
  /** None where the run has not come yet: then it tells the time only. */
  readonly row: Row | undefined;
  readonly language: Language;
  readonly time: string;
  readonly x: number;
  readonly fieldWidth: number;
}

export function Readout(props: ReadoutProps): JSX.Element {
  const { kind, columns, row, language, time, x, fieldWidth } = props;
  const lanes = row?.lanes.length ?? 0;
  // It stands on the side where there is more room.
  const side = x > fieldWidth / 2 ? { right: fieldWidth - x + 8 } : { left: x + 8 };
  return (
    <div className={styles["readout"]} style={side} data-readout>
      <div className={styles["readout-time"]}>{time}</div>
      {row !== undefined && (
        <div
          className={styles["readout-values"]}
          style={{ gridTemplateColumns: `repeat(${lanes > 1 ? lanes + 1 : 2}, auto)` }}
        >
          {lanes > 1 && <span />}
          {lanes > 1 &&
            row.lanes.map((_, lane) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lanes have no other name
              <Swatch key={lane} lane={lane} color="var(--ink)" />
            ))}
          {kind.measures.map(({ field, name, line }) => (
            <Fragment key={field}>
              <span className={styles["readout-name"]}>
                <i style={{ background: line?.color }} />
                {name[language]}
              </span>
              {columns
                .filter(({ measure }) => measure.field === field)
                .map((column) => (
                  <span key={column.key}>{valueText(column, row, language)}</span>
                ))}
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
