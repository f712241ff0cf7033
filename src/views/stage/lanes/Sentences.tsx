/** The row of sentences beneath several lanes: what happens in the selected one, and why others ended prematurely. */
import type { JSX } from "react";
import { usePlaygroundState } from "../../playground-context.ts";
import { Caption } from "./Caption.tsx";
import styles from "./lane.module.css";

/** The row is there from the start, so that no sentence takes height from the pictures. */
export function Sentences(): JSX.Element {
  const recordings = usePlaygroundState((state) => state.recordings);
  const selected = usePlaygroundState((state) => state.selected);
  return (
    <div className={styles["sentences"]} data-sentences="">
      <div>
        {recordings.map((recording, lane) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
          <div key={lane} data-selected={lane === selected}>
            <span className={styles["number"]}>{lane + 1}</span>
            <Caption recording={recording} lane={lane} onlyNews={lane !== selected} />
          </div>
        ))}
      </div>
    </div>
  );
}
