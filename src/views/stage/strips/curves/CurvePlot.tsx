/** The curves of a strip, by Recharts; drawn again only when what they show has changed. */
import { type JSX, memo } from "react";
import { Area, AreaChart, XAxis, YAxis } from "recharts";
import type { Language } from "../../../../i18n/index.ts";
import { LANE_DASHES } from "../lane-dash.ts";
import { alertMarks } from "./alert-marks.tsx";
import { axisNumber } from "./axis-number.ts";
import { type Box, FILL, LABEL_MARGIN } from "./box.ts";
import type { Column, CurveData, Row } from "./curve-data.ts";
import type { CurveKind } from "./curve-kind.ts";
import { levelLines } from "./level-lines.tsx";

interface CurvePlotProps {
  readonly kind: CurveKind;
  readonly data: CurveData;
  readonly columns: readonly Column[];
  readonly lanes: number;
  readonly spanMs: number;
  readonly box: Box;
  readonly language: Language;
  readonly marks: JSX.Element | undefined;
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

export const CurvePlot = memo(function CurvePlot(props: CurvePlotProps): JSX.Element {
  const { kind, data, columns, lanes, spanMs, box, language, marks } = props;
  const { max } = data.axis;
  const top = (kind.axis ?? axisNumber)(max, language);
  return (
    <AreaChart
      width={box.width}
      height={box.height}
      data={data.rows as Row[]}
      margin={NO_MARGIN}
      accessibilityLayer={false}
    >
      <XAxis hide type="number" dataKey="timeMs" domain={[0, spanMs]} allowDataOverflow />
      <YAxis hide type="number" domain={[0, max]} width={0} allowDataOverflow />
      {curves(kind, columns, lanes, data.rows.length)}
      {alertMarks(data, spanMs, box, language)}
      {marks}
      {levelLines(data, kind.bound, top, spanMs, box, language)}
      <text x={LABEL_MARGIN} y={box.text * 0.92} data-top={max}>
        {top}
      </text>
    </AreaChart>
  );
});

/** The curves, with those on top last, whatever their lane. A single point makes no line, so it is a dot. */
function curves(
  { measures }: CurveKind,
  columns: readonly Column[],
  lanes: number,
  points: number,
): JSX.Element[] {
  return [...measures].reverse().flatMap(({ field, line }) => {
    if (line === null) return [];
    const own = columns.filter(({ measure }) => measure.field === field);
    return own.map(({ key, lane, drawnIn }) => (
      <Area
        key={key}
        type="linear"
        dataKey={drawnIn}
        stroke={line.color}
        strokeWidth="var(--stroke-strong)"
        strokeDasharray={LANE_DASHES[lane] ?? "none"}
        fill={line.filled ? line.color : "none"}
        fillOpacity={FILL / lanes}
        dot={points === 1 ? { r: 3, fill: line.color, stroke: "none" } : false}
        activeDot={false}
        isAnimationActive={false}
      />
    ));
  });
}
