/** When garbage collections stopped the program: strokes along the bottom of the field, in one line per lane. */
import { type JSX, useMemo } from "react";
import { fillIn, formatCount } from "../../../../i18n/index.ts";
import { type Collection, collectionsOf } from "../../../../run/index.ts";
import { HEAD_MARGIN } from "../curves/box.ts";
import { labelSize } from "../label-size.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "./memory.module.css";

const words = {
  stops: { ko: "■ GC로 멈춘 {n}번", en: "■ {n} stops by GC" },
} as const;

const HEIGHT = 5;
/** The least width of a stroke, in px, so that short stops are visible. */
const LEAST_WIDTH = 1.5;

export function Collections(props: StripFieldProps): JSX.Element | null {
  const { recordings, frame, spanMs, width, height, language } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  const lanes = useMemo(
    () => recordings.map((recording) => collectionsOf(recording, untilMs)),
    [recordings, untilMs],
  );
  const count = lanes.reduce((sum, own) => sum + own.length, 0);
  if (count === 0) return null;
  const text = labelSize();
  return (
    <g className={styles["collections"]} data-collections={count}>
      {lanes.map((own, lane) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
          key={lane}
          d={strokes(own, height - (lanes.length - lane) * HEIGHT, (ms) => (ms / spanMs) * width)}
        />
      ))}
      <text
        x={width - HEAD_MARGIN}
        y={height - lanes.length * HEIGHT - text * 0.4}
        textAnchor="end"
      >
        {fillIn(words.stops[language], { n: formatCount(count, language) })}
      </text>
    </g>
  );
}

/** The strokes of one lane, as the `d` of a path. Strokes never overlap. */
function strokes(
  collections: readonly Collection[],
  top: number,
  x: (timeMs: number) => number,
): string {
  let path = "";
  let right = Number.NEGATIVE_INFINITY;
  for (const { fromMs, toMs } of collections) {
    const left = Math.max(right, x(fromMs));
    const end = Math.max(left + LEAST_WIDTH, x(toMs));
    if (x(toMs) <= right) continue;
    path += `M${left.toFixed(1)} ${top.toFixed(1)}H${end.toFixed(1)}v${HEIGHT - 1}H${left.toFixed(1)}z`;
    right = end;
  }
  return path;
}
