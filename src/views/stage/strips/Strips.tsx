/** The strips under the picture: one below the other on the same axis of time, with the play head through them all. */
import { type JSX, useRef, useState } from "react";
import type { StripId } from "../../../scenarios/index.ts";
import { drawnLaneOf, drawnOf, pickedOf } from "../../../store/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { useRoom } from "../../kit/use-room.ts";
import { useActions, usePlaygroundState } from "../../playground-context.ts";
import { Scrub } from "./Scrub.tsx";
import { StripRow } from "./StripRow.tsx";
import type { FieldPoint, StripInput } from "./strip.ts";
import styles from "./strips.module.css";
import { type FramesInput, useFrames } from "./use-frames.ts";
import { useStrips } from "./use-strips.ts";
import { words } from "./words.ts";

export interface StripsProps extends StripInput, FramesInput {
  /** The strips, from top to bottom. */
  readonly ids: readonly StripId[];
  /** The time at the right edge of the axis. */
  readonly spanMs: number;
  onSeek(timeMs: number): void;
}

const Sketch = deferred(async () => (await import("./sketch/Sketch.tsx")).Sketch, "quiet");

const FIRST_ROOM = { width: 760, height: 160 };

export function Strips(props: StripsProps): JSX.Element {
  const { ids, spanMs, language, laneNames, thresholds, playing } = props;
  const strips = useStrips(ids, props.recordings);
  const tails = strips.map((strip) => strip?.hasTail === true);
  const { recordings, frames } = useFrames(props, tails);
  const { pick } = useActions();
  const picked = usePlaygroundState(pickedOf);
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const { width, height } = useRoom(field, FIRST_ROOM);
  const rowHeight = Math.floor(height / Math.max(1, ids.length));
  const input = { recordings, laneNames, thresholds, language };
  const box = { spanMs, width, height: rowHeight, picked, hoverMs };
  const drawn = usePlaygroundState(drawnOf);
  const drawnLane = usePlaygroundState(drawnLaneOf);
  const row = ids.indexOf("depth");
  const depthFrame = frames[row];
  const pickAt = ({ x, y }: FieldPoint) => {
    const index = Math.min(ids.length - 1, Math.floor(y / rowHeight));
    const [strip, frame] = [strips[index], frames[index]];
    if (strip?.elementAt === undefined || frame === undefined) return;
    pick(strip.elementAt({ ...input, ...box, frame }, { x, y: y - index * rowHeight }));
  };
  return (
    <section
      className={styles["strips"]}
      aria-label={words.charts[language]}
      data-strips={ids.length}
    >
      {ids.map((id, index) => {
        const frame = frames[index];
        if (frame === undefined) return null;
        const row = { id, strip: strips[index], frame, playing };
        return <StripRow key={id} {...row} {...input} {...box} onPick={pick} />;
      })}
      <div ref={field} className={styles["fields"]}>
        <Scrub {...props} {...{ width, hoverMs }} onHover={setHoverMs} onPoint={pickAt} />
        {drawn !== null && drawnLane !== null && depthFrame !== undefined && (
          <Sketch {...{ drawn, row }} lane={drawnLane} {...input} {...box} frame={depthFrame} />
        )}
      </div>
    </section>
  );
}
