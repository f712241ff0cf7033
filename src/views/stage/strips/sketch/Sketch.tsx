/**
 * The depth that the user expects, as a line over the strip of depth. It is drawn with mouse, finger or keys before the
 * run. Once the run has been where the answer shows, the gap between it and what happened is shaded.
 */
import { type JSX, useId, useMemo } from "react";
import { fillIn } from "../../../../i18n/index.ts";
import { askedOf, type DrawnDepth, isPredicted } from "../../../../store/index.ts";
import { usePlaygroundState, useWords } from "../../../playground-context.ts";
import { curveData } from "../curves/curve-data.ts";
import { withRoomFor } from "../curves/curve-kind.ts";
import { depthKind } from "../depth.ts";
import type { StripFieldProps } from "../strip.ts";
import { Editor } from "./Editor.tsx";
import styles from "./sketch.module.css";
import { gapPath, linePath } from "./sketch-paths.ts";
import { sketchWords } from "./sketch-words.ts";

export interface SketchProps extends StripFieldProps {
  readonly drawn: DrawnDepth;
  /** The index of the lane that it is about. */
  readonly lane: number;
  /** The position of the strip of depth among the strips, from 0. */
  readonly row: number;
}

export function Sketch(props: SketchProps): JSX.Element {
  const { drawn, lane, laneNames, row, recordings, thresholds, frame, spanMs, width, height } =
    props;
  const told = usePlaygroundState((state) => askedOf(state).reached || askedOf(state).shown);
  const say = useWords();
  // A single lane needs no name. The name of one of several begins with its number, all that a phone has room for.
  const whose = recordings.length > 1 ? `${lane + 1} ${laneNames[lane] ?? ""}` : null;
  const hatch = useId();
  const kind = useMemo(() => withRoomFor(depthKind, drawn.top), [drawn.top]);
  // The axis is the same as that of the curves beneath.
  const { axis, rows } = useMemo(
    () => curveData(kind, recordings, frame, spanMs, thresholds),
    [kind, recordings, frame, spanMs, thresholds],
  );
  const scale = useMemo(
    () => ({
      x: (timeMs: number) => (timeMs / spanMs) * width,
      y: (depth: number) => height * (1 - depth / axis.max),
    }),
    [spanMs, width, height, axis.max],
  );
  const happened = rows.map(({ timeMs, lanes }) => ({ timeMs, depth: lanes[lane]?.depth ?? 0 }));
  return (
    <div className={styles["sketch"]} style={{ top: row * height, height }} data-sketch="">
      <svg width={width} height={height} aria-hidden="true">
        {told && (
          <>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className={styles["hatch"]} y2="6" />
            </pattern>
            <path d={gapPath(drawn, happened, scale)} fill={`url(#${hatch})`} data-gap="" />
          </>
        )}
        <path className={styles["line"]} d={linePath(drawn, scale)} data-drawn="" />
      </svg>
      {!told && (
        <Editor
          // The editor of another lane takes the focus again.
          key={lane}
          {...{ drawn, scale, width, height, spanMs, whose }}
          top={axis.max}
        />
      )}
      {whose !== null && isPredicted({ guess: null, drawn }) && (
        <small className={styles["whose"]}>{fillIn(say(sketchWords.of), { lane: whose })}</small>
      )}
    </div>
  );
}
