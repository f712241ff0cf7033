/** The tab with the strips, on a phone, which has no room for them under the picture. */
import type { JSX } from "react";
import { drawnOf, stripsOf } from "../../store/index.ts";
import { usePlaygroundState } from "../playground-context.ts";
import { StageStrips } from "../stage/StageStrips.tsx";
import { StripChoices } from "../stage/StripChoices.tsx";
import { withDepth } from "../stage/shown-strips.ts";
import { useTimeSpan } from "../stage/use-time-span.ts";
import { Draw } from "./lesson/Draw.tsx";
import styles from "./panel.module.css";

export function StripsTab(): JSX.Element {
  const span = useTimeSpan();
  const chosen = usePlaygroundState(({ catalogue, experiment }) => stripsOf(catalogue, experiment));
  const drawn = usePlaygroundState((state) => drawnOf(state) !== null);
  const ids = drawn ? withDepth(chosen) : chosen;
  return (
    <div className={styles["strips"]}>
      <div style={{ height: `${5.5 * ids.length}rem` }}>
        <StageStrips ids={ids} spanMs={span.spanMs} />
      </div>
      {drawn && (
        <p className={styles["drawing"]}>
          <Draw away />
        </p>
      )}
      <StripChoices />
    </div>
  );
}
