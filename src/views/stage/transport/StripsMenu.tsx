/** The menu in which the strips under the picture are chosen. */
import type { JSX } from "react";
import { Menu } from "../../kit/Menu.tsx";
import { useWords } from "../../playground-context.ts";
import { StripChoices } from "../StripChoices.tsx";
import { stripWords } from "../strip-words.ts";
import styles from "./transport.module.css";

export function StripsMenu(): JSX.Element {
  const say = useWords();
  return (
    <Menu label={say(stripWords.strips)} className={styles["stripsMenu"]} above>
      <StripChoices />
    </Menu>
  );
}
