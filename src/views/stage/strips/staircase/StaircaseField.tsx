/** The field of the staircase: the sums as steps, and at the pointer what the distances between them mean. */
import { type JSX, type SVGProps, useMemo } from "react";
import { fillIn, formatCount, formatSeconds } from "../../../../i18n/index.ts";
import { readStaircase } from "../../../../run/index.ts";
import { axisNumber } from "../curves/axis-number.ts";
import { HEAD_MARGIN, LABEL_MARGIN } from "../curves/box.ts";
import { labelSize } from "../label-size.ts";
import { LANE_DASHES } from "../lane-dash.ts";
import type { StripFieldProps } from "../strip.ts";
import { words } from "../words.ts";
import styles from "./staircase.module.css";
import { type Curve, type StaircaseData, staircaseData, stepPath } from "./staircase-data.ts";

interface Scale {
  x(timeMs: number): number;
  y(total: number): number;
}

/** The margin between the field's edges and the curves, in px. */
const MARGIN = 3;
/** The least distance between names of curves, and the width that a name needs, in multiples of the text's size. */
const NAME_PITCH = 1.08;
const ROOM_FOR_NAME = 5.4;

export function StaircaseField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language, hoverMs } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  const data = useMemo(() => staircaseData(recordings, untilMs), [recordings, untilMs]);
  const scale: Scale = {
    x: (timeMs) => (timeMs / spanMs) * width,
    y: (total) => height - MARGIN - (total / data.max) * (height - 2 * MARGIN),
  };
  return (
    <svg className={styles["staircase"]} width={width} height={height} aria-hidden="true">
      <Waiting data={data} scale={scale} />
      {data.lanes.map(({ lane, curves }) =>
        curves.map(({ key, color, steps }) => (
          <path
            key={`${key}${lane}`}
            d={stepPath(steps, scale.x, scale.y)}
            style={{ stroke: color }}
            strokeDasharray={LANE_DASHES[lane] ?? "none"}
            data-sum={key}
          />
        )),
      )}
      {hoverMs === null && <Names {...{ data, scale, width, height, language, untilMs }} />}
      {hoverMs !== null && hoverMs <= untilMs && (
        <Distances {...props} timeMs={hoverMs} scale={scale} />
      )}
      <text x={LABEL_MARGIN} y={labelSize() * 0.92} data-top={data.max}>
        {axisNumber(data.max, language)}
      </text>
    </svg>
  );
}

/** The area between what was made and what was received, which is what waits; for one lane without losses. */
function Waiting({ data, scale }: { readonly data: StaircaseData; readonly scale: Scale }) {
  const [only] = data.lanes;
  if (only === undefined || data.lanes.length > 1) return null;
  const { made, received, lost } = only.staircase;
  if ((lost.at(-1)?.total ?? 0) > 0) return null;
  const upper = stepPath(made, scale.x, scale.y);
  const back = [...received].reverse();
  let lower = "";
  for (const { timeMs, total } of back) {
    const [left, top] = [scale.x(timeMs).toFixed(1), scale.y(total).toFixed(1)];
    // Backwards, a step leads down first, and then to the left.
    lower += `V${top}H${left}`;
  }
  return <path d={`${upper}${lower}Z`} data-waiting="" />;
}

interface NamesProps extends Pick<StripFieldProps, "width" | "height" | "language"> {
  readonly data: StaircaseData;
  readonly scale: Scale;
  readonly untilMs: number;
}

/** The names of the curves at their ends, kept apart where the ends are close. */
function Names({ data, scale, width, height, language, untilMs }: NamesProps): JSX.Element {
  const [first] = data.lanes;
  const ends = (first?.curves ?? []).flatMap((curve) => {
    const last = curve.steps.at(-1);
    return last === undefined ? [] : [{ curve, y: scale.y(last.total) + 4 }];
  });
  const right = scale.x(untilMs);
  const size = labelSize();
  const after = right + ROOM_FOR_NAME * size <= width;
  return (
    <g>
      {placed(ends, height, size * NAME_PITCH).map(({ curve: { key, ink, name }, y }) => (
        <text
          key={key}
          x={after ? right + HEAD_MARGIN : right - HEAD_MARGIN}
          y={y}
          textAnchor={after ? "start" : "end"}
          style={{ fill: ink }}
        >
          {name[language]}
        </text>
      ))}
    </g>
  );
}

/** Places names in the order of their heights, far enough from each other; those without room are left out. */
function placed(
  ends: readonly { readonly curve: Curve; readonly y: number }[],
  height: number,
  pitch: number,
) {
  const fits = Math.max(1, Math.floor((height - 2) / pitch));
  // Of two curves that end at the same height, the first one's name stands above: elements are made before received.
  const shown = ends
    .slice(0, fits)
    .reverse()
    .sort((a, b) => b.y - a.y);
  let below = height - 2 + pitch;
  const up = shown.map(({ curve, y }) => {
    below = Math.min(y, below - pitch);
    return { curve, y: below };
  });
  const high = pitch - 2 - (up.at(-1)?.y ?? height);
  if (high <= 0) return up;
  // Names that would be too high are moved down, and push down the names that they would overlap.
  let above = Number.NEGATIVE_INFINITY;
  return up
    .reverse()
    .map(({ curve, y }) => {
      above = Math.max(y, above + pitch, pitch - 2);
      return { curve, y: above };
    })
    .reverse();
}

/** The distances at a time: vertically, how many wait; horizontally, how long the last received element had waited. */
function Distances(
  props: StripFieldProps & { readonly timeMs: number; readonly scale: Scale },
): JSX.Element {
  const { recordings, language, timeMs, scale, width, height } = props;
  const [recording] = recordings;
  if (recording === undefined) return <g />;
  const { received, waiting, last } = readStaircase(recording, timeMs);
  const x = scale.x(timeMs);
  const [low, high] = [scale.y(received), scale.y(received + waiting)];
  const left = x > width / 2;
  const waitedMs = last === null ? 0 : last.receivedMs - last.madeMs;
  const seconds = formatSeconds(waitedMs, language);
  const side: Pick<SVGProps<SVGTextElement>, "x" | "textAnchor"> = left
    ? { x: x - 6, textAnchor: "end" }
    : { x: x + 6, textAnchor: "start" };
  const middle = Math.min(height - 18, Math.max(11, (low + high) / 2 + 4));
  return (
    <g className={styles["distances"]}>
      <path
        d={`M${x} ${low}V${high}M${x - 4} ${high}h8M${x - 4} ${low}h8`}
        data-vertical={waiting}
      />
      {last !== null && (
        <path
          d={`M${scale.x(last.madeMs)} ${low}H${scale.x(last.receivedMs)}M${scale.x(last.madeMs)} ${low - 4}v8`}
          data-horizontal={waitedMs}
        />
      )}
      <text x={side.x} textAnchor={side.textAnchor} y={middle}>
        {fillIn(words.waitingN[language], { n: formatCount(waiting, language) })}
      </text>
      {last !== null && (
        <text
          x={side.x}
          textAnchor={side.textAnchor}
          y={Math.min(height - 4, Math.max(middle + 13, low + 14))}
        >
          {fillIn(words.waitedN[language], { t: seconds })}
        </text>
      )}
    </g>
  );
}
