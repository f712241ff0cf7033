/** The staircase as a table: the sums at a dozen times. */
import type { JSX } from "react";
import { fillIn, formatCount, formatSeconds } from "../../../../i18n/index.ts";
import { readStaircase } from "../../../../run/index.ts";
import { stripNames } from "../../strip-words.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "../strips.module.css";
import { tableTimes } from "../table-times.ts";
import { words } from "../words.ts";

const COLUMNS = [
  ["made", words.made],
  ["received", words.received],
  ["done", words.done],
  ["lost", words.lost],
  ["waiting", words.waitingNow],
] as const;

export function StaircaseTable(props: StripFieldProps): JSX.Element {
  const { recordings, laneNames, frame, spanMs, language } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  const title = stripNames.staircase[language];
  const columns = recordings.flatMap((recording, lane) =>
    COLUMNS.map(([key, name]) => ({ recording, lane, key, name: name[language] })),
  );
  return (
    <div className={styles["hidden"]}>
      <table data-strip-table="staircase">
        <caption>{fillIn(words.tableCaption[language], { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.timeAxis[language]}</th>
            {columns.map(({ lane, key, name }) => (
              <th key={`${key}${lane}`} scope="col">
                {recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ${name}` : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableTimes(untilMs).map((timeMs) => (
            <tr key={timeMs}>
              <th scope="row">{formatSeconds(timeMs, language)}</th>
              {columns.map(({ recording, lane, key }) => (
                <td key={`${key}${lane}`}>
                  {formatCount(readStaircase(recording, timeMs)[key], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
