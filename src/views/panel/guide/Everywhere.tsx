/** What all libraries have in common, and a table of how they differ. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { useWords } from "../../playground-context.ts";
import { ASKED_AGAIN, DEFAULT_SIZES } from "./default-sizes.ts";
import {
  columnNames,
  demandWords,
  everywhereWords,
  overflowWords,
  pointTitles,
  pointWords,
  type Row,
  rowNames,
  sizeWords,
  slowedWords,
} from "./everywhere-words.ts";
import styles from "./guide.module.css";

const POINTS = ["bound", "who", "depth", "memory", "lose"] as const;
const ROWS = Object.keys(rowNames) as Row[];

const COLUMNS = [
  [columnNames.slowed, slowedWords],
  [columnNames.demand, demandWords],
  [columnNames.size, sizeWords],
  [columnNames.overflow, overflowWords],
] as const;

export function Everywhere(): JSX.Element {
  const say = useWords();
  return (
    <>
      <section>
        <h3>{say(everywhereWords.same)}</h3>
        <ul className={styles["points"]}>
          {POINTS.map((point) => (
            <li key={point}>
              <h4>{say(pointTitles[point])}</h4>
              <p>{say(pointWords[point])}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles["differs"]}>
        <h3>{say(everywhereWords.differs)}</h3>
        <table aria-label={say(everywhereWords.differs)}>
          <thead>
            <tr>
              <th scope="col">{say(everywhereWords.library)}</th>
              {COLUMNS.map(([name]) => (
                <th key={name.en} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{say(rowNames[row])}</th>
                {COLUMNS.map(([name, words]) => (
                  <td key={name.en} data-column={say(name)}>
                    {fillIn(say(words[row]), numbersOf(row))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function numbersOf(row: Row): Record<string, number> {
  const size = DEFAULT_SIZES[row];
  return row in ASKED_AGAIN
    ? { size, again: ASKED_AGAIN[row as keyof typeof ASKED_AGAIN] }
    : { size };
}
