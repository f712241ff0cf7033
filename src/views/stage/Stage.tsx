/** The stage: lanes with their pictures, strips on one axis of time, and the transport. */
import type { JSX } from "react";
import { drawnOf, stripsOf } from "../../store/index.ts";
import { deferred } from "../kit/deferred.tsx";
import { usePlaygroundState } from "../playground-context.ts";
import { haveBands, shownStrips } from "./shown-strips.ts";
import styles from "./stage.module.css";
import { useTimeSpan } from "./use-time-span.ts";

// The code that draws is larger than the rest of the page, so it is loaded right after that.
const Lane = deferred(async () => (await import("./lanes/Lane.tsx")).Lane);
const StageStrips = deferred(async () => (await import("./StageStrips.tsx")).StageStrips);
const Sentences = deferred(async () => (await import("./lanes/Sentences.tsx")).Sentences, "quiet");
const Invitation = deferred(async () => (await import("./Invitation.tsx")).Invitation, "quiet");
const TimeAxis = deferred(async () => (await import("./transport/TimeAxis.tsx")).TimeAxis);
const Transport = deferred(async () => (await import("./transport/Transport.tsx")).Transport);

/** While presenting, type is so large that strips get no more room than under this many lanes. */
const LARGE_TYPE_LANES = 4;

/** `strips` says whether the strips stand here, rather than elsewhere on the page. */
export function Stage({ strips }: { readonly strips: boolean }): JSX.Element {
  const recordings = usePlaygroundState((state) => state.recordings);
  const chosen = usePlaygroundState(({ catalogue, experiment }) => stripsOf(catalogue, experiment));
  const span = useTimeSpan();
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const room = presenting ? Math.max(recordings.length, LARGE_TYPE_LANES) : recordings.length;
  const drawn = usePlaygroundState((state) => drawnOf(state) !== null);
  const together = strips && recordings.length > 1;
  const ids = strips ? shownStrips(chosen, room, drawn) : [];
  return (
    <div
      className={styles["stage"]}
      id="picture"
      tabIndex={-1}
      data-lanes={recordings.length}
      data-strip-count={ids.length}
      data-bands={haveBands(ids)}
    >
      <div className={styles["lanes"]}>
        {recordings.map((recording, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
          <Lane key={index} recording={recording} index={index} told={!together} />
        ))}
        <Invitation />
      </div>
      {together && <Sentences />}
      {ids.length > 0 && (
        <div className={styles["strips"]}>
          <StageStrips ids={ids} spanMs={span.spanMs} />
        </div>
      )}
      <div className={styles["foot"]}>
        <TimeAxis {...span} />
        <Transport />
      </div>
    </div>
  );
}
