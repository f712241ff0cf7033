/** The exact values at the crosshair. */
import { Fragment, type JSX, useLayoutEffect, useRef } from "react";
import type { Language } from "../../i18n/index.ts";
import { type Column, type Row, valueText } from "./chart-data.ts";
import type { ChartKind } from "./chart-kind.ts";
import styles from "./charts.module.css";
import { LEFT, RIGHT } from "./frame-box.ts";
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
  const { kind, columns, row, language, time } = props;
  const lanes = row?.lanes.length ?? 0;
  return (
    <div ref={usePlace(props)} className={styles["readout"]} data-readout={kind.id}>
      <div className={styles["readout-time"]}>{time}</div>
      {row !== undefined && lanes === 1 && (
        <div className={styles["readout-values"]} style={{ gridTemplateColumns: "auto auto" }}>
          {columns.map((column) => (
            <Fragment key={column.key}>
              <span className={styles["readout-name"]}>
                <i style={{ background: column.measure.line?.color }} />
                <span>{column.measure.name[language]}</span>
              </span>
              <span>{valueText(column, row, language)}</span>
            </Fragment>
          ))}
        </div>
      )}
      {row !== undefined && lanes > 1 && <LanesReadout {...props} row={row} />}
    </div>
  );
}

/** Of several lanes: a column each, under the lane's line. */
function LanesReadout({
  kind,
  columns,
  row,
  language,
}: ReadoutProps & { readonly row: Row }): JSX.Element {
  const { length } = row.lanes;
  return (
    <div
      className={styles["readout-values"]}
      style={{ gridTemplateColumns: `repeat(${length + 2}, auto)` }}
    >
      <span />
      {row.lanes.map((_, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lanes have no other name
        <Swatch key={lane} lane={lane} color="var(--ink)" />
      ))}
      <span />
      {kind.measures
        .filter(({ line }) => line !== null)
        .map(({ field, line, unit, format }) => (
          <Fragment key={field}>
            <span className={styles["readout-name"]}>
              <i style={{ background: line?.color }} />
            </span>
            {columns
              .filter(({ measure }) => measure.field === field)
              .map(({ key, valueIn }) => (
                <span key={key}>{format(valueIn(row), language)}</span>
              ))}
            <span className={styles["readout-time"]}>{unit[language]}</span>
          </Fragment>
        ))}
    </div>
  );
}

const DISTANCE_PX = 8;

/** Right of the crosshair if there is room, else left of it; never outside of its chart. */
function usePlace({ x, fieldWidth }: ReadoutProps) {
  const readout = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = readout.current;
    if (element === null) return;
    const width = element.offsetWidth;
    const most = fieldWidth + RIGHT - width;
    const right = x + DISTANCE_PX;
    const left = right <= most ? right : Math.max(-LEFT, x - DISTANCE_PX - width);
    element.style.transform = `translateX(${Math.min(left, most)}px)`;
  });
  return readout;
}
