/** Over the picture of a lane: why its run ended, or paused by itself. */
import type { JSX } from "react";
import type { Recording } from "../../../run/index.ts";
import { useEndText } from "../transport/use-end-text.ts";
import styles from "./lane.module.css";

export function EndNote({ recording }: { readonly recording: Recording }): JSX.Element | null {
  const end = useEndText()(recording);
  if (end === null) return null;
  return (
    <p
      className={styles["end"]}
      data-testid="end"
      title={end}
      data-reason={recording.end?.reason ?? "paused"}
    >
      {end}
    </p>
  );
}
