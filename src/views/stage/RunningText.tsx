/**
 * A number or a word that changes while a run plays, in its own box: as long as a new value needs no other size,
 * nothing around it is laid out again.
 */
import type { JSX } from "react";
import styles from "./running-text.module.css";

/**
 * `room` is a text as wide as any that may stand there; by default the text itself. `named` is a data attribute by
 * which the element can be found.
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
