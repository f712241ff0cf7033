/** The ladder as a table: the last elements that were made, and how long each was held, waited and was processed. */
import type { JSX } from "react";
import { fillIn, formatSeconds } from "../../../../i18n/index.ts";
import { elementBeside, lineOf, type Recording, type Segment } from "../../../../run/index.ts";
import { stripNames } from "../../strip-words.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "../strips.module.css";
import { words } from "../words.ts";

const TABLE_ROWS = 12;

export function LadderTable(props: StripFieldProps): JSX.Element {
  const { recordings, laneNames, frame, language } = props;
  const rows = recordings.flatMap((recording, lane) =>
    lastElements(recording, frame.timeMs).map((element) => ({ recording, lane, element })),
  );
  const title = stripNames.ladder[language];
  const head = [words.element, words.heldFor, words.insideFor, words.workedFor, words.fate];
  return (
    <div className={styles["hidden"]}>
      <table data-strip-table="ladder">
        <caption>{fillIn(words.tableCaption[language], { title })}</caption>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word.en} scope="col">
                {word[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ recording, lane, element }) => {
            const lines = lineOf(recording, element, frame.timeMs);
            const spent = (kind: Segment["kind"]) => formatSeconds(spentIn(lines, kind), language);
            const lane1 = recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ` : "";
            return (
              <tr key={`${lane}-${element}`}>
                <th scope="row">{`${lane1}${element}`}</th>
                <td>{spent("held")}</td>
                <td>{spent("inside")}</td>
                <td>{spent("working")}</td>
                <td>{fateOf(lines)[language]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function lastElements(recording: Recording, untilMs: number): number[] {
  const elements: number[] = [];
  let element = elementBeside(recording, untilMs, null, 0);
  while (element !== null && elements.length < TABLE_ROWS && !elements.includes(element)) {
    elements.push(element);
    element = elementBeside(recording, untilMs, element, -1);
  }
  return elements.reverse();
}

function spentIn(lines: readonly Segment[], kind: Segment["kind"]): number {
  let sum = 0;
  for (const line of lines) if (line.kind === kind) sum += line.toMs - line.fromMs;
  return sum;
}

function fateOf(lines: readonly Segment[]) {
  const end = lines.at(-1)?.end ?? null;
  if (end === "lost") return words.lost;
  if (end === null) return words.lasts;
  return words[end];
}
