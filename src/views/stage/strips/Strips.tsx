/** The strips under the picture: one below the other on one axis of time, with the play head through all. */
import { type JSX, useRef, useState } from "react";
import type { StripId } from "../../../scenarios/index.ts";
import { useRoom } from "../../kit/use-room.ts";
import { Scrub } from "./Scrub.tsx";
import { StripRow } from "./StripRow.tsx";
import type { StripInput } from "./strip.ts";
import styles from "./strips.module.css";
import { type FramesInput, useFrames } from "./use-frames.ts";
import { words } from "./words.ts";

export interface StripsProps extends StripInput, FramesInput {
  /** Which, from top to bottom. */
  readonly ids: readonly StripId[];
  /** The right edge of the axis. */
  readonly spanMs: number;
  onSeek(timeMs: number): void;
}

const FIRST_ROOM = { width: 760, height: 160 };

export function Strips(props: StripsProps): JSX.Element {
  const { ids, spanMs, language, laneNames, thresholds, playing } = props;
  const { recordings, frames } = useFrames(props, ids.length);
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const { width, height } = useRoom(field, FIRST_ROOM);
  const rowHeight = Math.floor(height / Math.max(1, ids.length));
  return (
    <section
      className={styles["strips"]}
      aria-label={words.charts[language]}
      data-strips={ids.length}
    >
      {ids.map((id, index) => {
        const frame = frames[index];
        if (frame === undefined) return null;
        const input = { recordings, laneNames, thresholds, language };
        return (
          <StripRow
            key={id}
            {...{ id, frame, spanMs, width, height: rowHeight, playing, hoverMs }}
            {...input}
          />
        );
      })}
      <div ref={field} className={styles["fields"]}>
        <Scrub {...props} width={width} onHover={setHoverMs} hoverMs={hoverMs} />
      </div>
    </section>
  );
}
