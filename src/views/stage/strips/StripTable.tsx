/** A table with the content of a strip, for screen readers; the first cell of each row is its head. */
import type { JSX } from "react";
import { fillIn, type Language } from "../../../i18n/index.ts";
import type { StripId } from "../../../scenarios/index.ts";
import { stripNames } from "../strip-words.ts";
import styles from "./strips.module.css";
import { words } from "./words.ts";

interface StripTableProps {
  readonly id: StripId;
  readonly language: Language;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

export function StripTable({ id, language, heads, rows }: StripTableProps): JSX.Element {
  const title = stripNames[id][language];
  return (
    <div className={styles["hidden"]}>
      <table data-strip-table={id}>
        <caption>{fillIn(words.tableCaption[language], { title })}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is identified by its column
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
