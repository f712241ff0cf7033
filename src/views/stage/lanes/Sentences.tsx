/** Beneath several lanes: what is happening in the one that is selected, and why another is over before its time. */
import type { JSX } from "react";
import { usePlaygroundState } from "../../playground-context.ts";
import { Caption } from "./Caption.tsx";
import styles from "./lane.module.css";

/** Its row is there from the start, so that no sentence takes anything from the pictures. */
export function Sentences(): JSX.Element {
  const recordings = usePlaygroundState((state) => state.recordings);
  const selected = usePlaygroundState((state) => state.selected);
  return (
    <div className={styles["sentences"]} data-sentences="">
      <div>
        {recordings.map((recording, lane) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
          <div key={lane} data-selected={lane === selected}>
            <span className={styles["number"]}>{lane + 1}</span>
            <Caption recording={recording} lane={lane} onlyNews={lane !== selected} />
          </div>
        ))}
      </div>
    </div>
  );
}
