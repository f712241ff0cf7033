/**
 * The end of the curves while the run plays: from the end of the last drawing to the time of the page's numbers. It
 * costs a fraction of a chart, so it can be drawn as often as the numbers, and curve and number always agree.
 */
import type { JSX } from "react";
import type { Recording } from "../../../../run/index.ts";
import { LANE_DASHES } from "../lane-dash.ts";
import type { Frame } from "../strip.ts";
import styles from "../strips.module.css";
import { type Box, FILL } from "./box.ts";
import type { Column, CurveData } from "./curve-data.ts";
import type { CurveKind } from "./curve-kind.ts";
import { useTail } from "./use-tail.ts";

interface TailProps {
  readonly kind: CurveKind;
  readonly recordings: readonly Recording[];
  readonly frame: Frame;
  /** The data that was drawn for `frame`. */
  readonly data: CurveData;
  readonly columns: readonly Column[];
  readonly spanMs: number;
  readonly box: Box;
}

export function Tail(props: TailProps): JSX.Element | null {
  const { kind, recordings, frame, data, columns, spanMs, box } = props;
  const tail = useTail(kind, recordings, frame);
  const last = data.rows.at(-1);
  if (last === undefined || tail.length === 0) return null;
  const { width, height } = box;
  const rows = [last, ...tail];
  const x = (timeMs: number) => ((timeMs / spanMs) * width).toFixed(1);
  const y = (value: number) => (height * (1 - value / data.axis.max)).toFixed(1);
  return (
    <svg className={styles["tail"]} width={width} height={height} aria-hidden="true">
      {columns.map(({ key, lane, measure: { field, line }, drawnIn }) => {
        const values = rows.map(drawnIn);
        if (line === null || values.includes(null)) return null;
        const points = rows.map(({ timeMs }, i) => `${x(timeMs)} ${y(values[i] as number)}`);
        const path = `M${points.join("L")}`;
        return (
          <g key={key} data-tail={field}>
            {line.filled && (
              <path
                d={`${path}V${height}H${x(last.timeMs)}Z`}
                fill={line.color}
                fillOpacity={FILL / recordings.length}
              />
            )}
            <path
              d={path}
              fill="none"
              stroke={line.color}
              strokeWidth="var(--stroke-strong)"
              strokeDasharray={LANE_DASHES[lane] ?? "none"}
            />
          </g>
        );
      })}
    </svg>
  );
}
