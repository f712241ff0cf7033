/** The heading of a setting: its name, a button that explains it, and the field beside them. */
import { type JSX, type ReactNode, useState } from "react";
import { fillIn, type Text } from "../../../i18n/index.ts";
import { useWords } from "../../playground-context.ts";
import styles from "./controls.module.css";
import { words } from "./words.ts";

export function Heading({
  id,
  label,
  help,
  children,
}: {
  /** The id of the labelled element; that of the explanation, open or not, is `helpOf(id)`. */
  readonly id: string;
  readonly label: Text;
  readonly help: Text;
  readonly children: ReactNode;
}): JSX.Element {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles["row"]}>
        <span className={styles["name"]}>
          <label htmlFor={id}>{say(label)}</label>
          <button
            type="button"
            className={styles["ask"]}
            aria-label={fillIn(say(words.help), { name: say(label) })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <span>?</span>
          </button>
        </span>
        {children}
      </div>
      <p id={helpOf(id)} className={styles["help"]} hidden={!open}>
        {say(help)}
      </p>
    </>
  );
}

/** The id of the explanation of the field with this id. */
export function helpOf(id: string): string {
  return `${id}-help`;
}
