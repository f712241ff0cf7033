/** How to use the page, what is real in it and what is a model, and its keys. */
import type { JSX } from "react";
import type { Text } from "../../i18n/index.ts";
import { useWords } from "../playground-context.ts";
import { Dialog } from "./Dialog.tsx";
import styles from "./shell.module.css";
import { words } from "./words.ts";

const KEYS: readonly [keys: string, does: Text][] = [
  ["Space", words.keySpace],
  ["→ ←", words.keyArrows],
  ["Home", words.keyHome],
  ["- +", words.keySpeed],
  ["Ctrl+Z  Ctrl+Shift+Z", words.keyUndo],
];

export function HelpDialog({ onClose }: { onClose(): void }): JSX.Element {
  const say = useWords();
  return (
    <Dialog title={say(words.helpTitle)} onClose={onClose}>
      <p>{say(words.helpIntro)}</p>
      <p>{say(words.helpModel)}</p>
      <table className={styles["keys"]}>
        <caption>{say(words.keys)}</caption>
        <tbody>
          {KEYS.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{say(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
