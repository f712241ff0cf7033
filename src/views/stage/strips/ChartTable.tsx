/** A chart as a table, for whoever can't see it: a dozen moments of what is drawn. */
import { type JSX, memo } from "react";
import { fillIn, formatSeconds, type Language } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { type Column, chartData, columnsOf, type Row, valueText } from "./chart-data.ts";
import type { ChartKind } from "./chart-kind.ts";
import styles from "./charts.module.css";
import type { Frame } from "./use-frames.ts";
import { words } from "./words.ts";

const TABLE_ROWS = 12;

interface ChartTableProps {
  readonly kind: ChartKind;
  readonly recordings: readonly Recording[];
  readonly laneNames: readonly string[];
  readonly frame: Frame;
  readonly language: Language;
  /** While it plays the table stays as it was: nobody can read one that changes. */
  readonly playing: boolean;
}

export const ChartTable = memo(
  function ChartTable(props: ChartTableProps): JSX.Element {
    const { kind, recordings, laneNames, frame, language } = props;
    const rows = sample(chartData(kind, recordings, frame).rows);
    const columns = columnsOf(kind, recordings.length);
    const heading = ({ lane, measure }: Column) => {
      const name = measure.name[language];
      return recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ${name}` : name;
    };
    return (
      <div className={styles["hidden"]}>
        <table data-chart-table={kind.id}>
          <caption>{fillIn(words.tableCaption[language], { title: kind.title[language] })}</caption>
          <thead>
            <tr>
              <th scope="col">{words.timeAxis[language]}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {heading(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.timeMs}>
                <th scope="row">{formatSeconds(row.timeMs, language)}</th>
                {columns.map((column) => (
                  <td key={column.key}>{valueText(column, row, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  },
  (before, after) =>
    after.playing ||
    (before.frame === after.frame &&
      before.recordings === after.recordings &&
      before.language === after.language &&
      before.laneNames.join() === after.laneNames.join()),
);

/** About a dozen rows at equal distances; the last one is always there. */
function sample(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.ceil(rows.length / TABLE_ROWS));
  return rows.filter((_, index) => (rows.length - 1 - index) % step === 0);
}
