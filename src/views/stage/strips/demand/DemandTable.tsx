/** Demand as a table: the elements that were requested but not yet passed on, at a dozen times. */
import type { JSX } from "react";
import { fillIn, formatSeconds } from "../../../../i18n/index.ts";
import { demandAt } from "../../../../run/index.ts";
import { stripNames } from "../../strip-words.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "../strips.module.css";
import { tableTimes } from "../table-times.ts";
import { words } from "../words.ts";
import { demandText } from "./demand-text.ts";

export function DemandTable(props: StripFieldProps): JSX.Element {
  const { recordings, laneNames, frame, spanMs, language } = props;
  const title = stripNames.demand[language];
  return (
    <div className={styles["hidden"]}>
      <table data-strip-table="demand">
        <caption>{fillIn(words.tableCaption[language], { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.timeAxis[language]}</th>
            {recordings.map(({ spec }, lane) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
              <th key={lane} scope="col">
                {recordings.length > 1
                  ? (laneNames[lane] ?? spec.strategy)
                  : words.askedFor[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableTimes(Math.min(frame.timeMs, spanMs)).map((timeMs) => (
            <tr key={timeMs}>
              <th scope="row">{formatSeconds(timeMs, language)}</th>
              {recordings.map((recording, lane) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
                <td key={lane}>{demandText(demandAt(recording, timeMs), language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
