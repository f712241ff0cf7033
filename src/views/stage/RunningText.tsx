/**
 * A number or a word that changes while a run plays, in a box of its own: as long as it needs no other room, a new one has
 * nothing around it laid out anew.
 */
import type { JSX } from "react";
import styles from "./running-text.module.css";

/**
 * `room`: a text that is as wide as any that may stand there; the text itself, if left out. `named`: a data attribute
 * that it is found by.
 */
export function RunningText({
  text,
  room = text,
  ...named
}: {
  readonly text: string;
  readonly room?: string | undefined;
  readonly [named: `data-${string}`]: string;
}): JSX.Element {
  return (
    <span className={styles["room"]} data-room={room.replace(/\d/g, "0")}>
      <span className={styles["text"]} {...named}>
        {text}
      </span>
    </span>
  );
}
