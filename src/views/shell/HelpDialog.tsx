/** The help: how to use the page, what in it is real and what is a model, and its keys. */

import type { JSX } from "react";
import type { Text } from "../../i18n/index.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { useWords } from "../playground-context.ts";
import { helpWords } from "./help-words.ts";
import styles from "./shell.module.css";

const KEYS: readonly [keys: string, does: Text][] = [
  ["Space", helpWords.keySpace],
  ["→ ←", helpWords.keyArrows],
  ["Home", helpWords.keyHome],
  ["- +", helpWords.keySpeed],
  ["Ctrl+Z  Ctrl+Shift+Z", helpWords.keyUndo],
  ["1 – 5", helpWords.keyLane],
  ["C", helpWords.keyCompare],
  ["G", helpWords.keyGallery],
  ["P", helpWords.keyPresent],
  ["PageDown  PageUp", helpWords.keyCards],
  ["B  .", helpWords.keyBlank],
  ["Esc", helpWords.keyLeave],
  ["?", helpWords.keyKeys],
];

export function HelpDialog({ onClose }: { onClose(): void }): JSX.Element {
  const say = useWords();
  return (
    <Dialog title={say(helpWords.helpTitle)} onClose={onClose}>
      <p>{say(helpWords.helpIntro)}</p>
      <p>{say(helpWords.helpModel)}</p>
      <table className={styles["keys"]}>
        <caption>{say(helpWords.keys)}</caption>
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
