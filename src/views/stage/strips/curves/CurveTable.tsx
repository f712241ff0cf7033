/** Curves as a table, for readers who can't see them: about a dozen of the points that are drawn. */
import type { JSX } from "react";
import { fillIn, formatSeconds } from "../../../../i18n/index.ts";
import { stripNames } from "../../strip-words.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "../strips.module.css";
import { words } from "../words.ts";
import { type Column, columnsOf, curveData, type Row, valueText } from "./curve-data.ts";
import type { CurveKind } from "./curve-kind.ts";

const TABLE_ROWS = 12;

interface CurveTableProps extends StripFieldProps {
  readonly kind: CurveKind;
}

export function CurveTable(props: CurveTableProps): JSX.Element {
  const { kind, recordings, laneNames, frame, spanMs, language } = props;
  const rows = sample(curveData(kind, recordings, frame, spanMs, undefined).rows);
  const columns = columnsOf(kind, recordings.length);
  const heading = ({ lane, measure }: Column) => {
    const name = measure.name[language];
    return recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ${name}` : name;
  };
  return (
    <div className={styles["hidden"]}>
      <table data-strip-table={kind.id}>
        <caption>
          {fillIn(words.tableCaption[language], { title: stripNames[kind.id][language] })}
        </caption>
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
}

/** About a dozen rows at equal distances, always including the last. */
function sample(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.ceil(rows.length / TABLE_ROWS));
  return rows.filter((_, index) => (rows.length - 1 - index) % step === 0);
}
