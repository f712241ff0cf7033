/** Axes and curves of one chart, by Recharts; drawn anew only when what it shows has changed. */
import { type JSX, memo } from "react";
import { Area, AreaChart, CartesianGrid, XAxis, YAxis } from "recharts";
import type { Language } from "../../../i18n/index.ts";
import { alertMarks } from "./alert-marks.tsx";
import { axisNumber } from "./axis-number.ts";
import type { ChartData, Column, Row } from "./chart-data.ts";
import { type ChartKind, LANE_DASHES } from "./chart-kind.ts";
import { BOTTOM, type Box, LEFT, RIGHT, TOP } from "./frame-box.ts";
import { levelLines } from "./level-lines.tsx";
import { timeAxis } from "./scale.ts";
import { words } from "./words.ts";

interface PlotProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly columns: readonly Column[];
  readonly lanes: number;
  readonly spanMs: number;
  readonly box: Box;
  readonly language: Language;
}

const MARGIN = { top: TOP, right: RIGHT, bottom: 0, left: 0 };
const GRID = (
  <CartesianGrid vertical={false} stroke="var(--line)" strokeWidth="var(--line-width)" />
);
const AXIS_LINE = { stroke: "var(--line-strong)", strokeWidth: "var(--line-width)" };
const seconds = (ms: number) => String(ms / 1000);
const NUMBERS = {
  ko: (value: number) => axisNumber(value, "ko"),
  en: (value: number) => axisNumber(value, "en"),
} as const satisfies Record<Language, (value: number) => string>;

export const Plot = memo(function Plot(props: PlotProps): JSX.Element {
  const { kind, data, columns, lanes, spanMs, box, language } = props;
  const time = timeAxis(spanMs);
  return (
    <AreaChart
      width={box.width}
      height={box.height}
      data={data.rows as Row[]}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      {GRID}
      <XAxis
        type="number"
        dataKey="timeMs"
        domain={[0, time.max]}
        ticks={time.ticks}
        interval={0}
        height={BOTTOM}
        tickFormatter={seconds}
        tickLine={false}
        axisLine={AXIS_LINE}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[0, data.axis.max]}
        ticks={data.axis.ticks}
        interval={0}
        width={LEFT}
        tickFormatter={NUMBERS[language]}
        tickLine={false}
        axisLine={false}
        allowDataOverflow
      />
      {curves(kind, columns, lanes)}
      <text x={0} y={12} data-axis-title="value">
        {kind.axisTitle[language]}
      </text>
      <text x={box.width - RIGHT} y={box.height - 4} textAnchor="end" data-axis-title="time">
        {words.timeAxis[language]}
      </text>
      {alertMarks(data, spanMs, box, language)}
      {levelLines(data, spanMs, box, language)}
    </AreaChart>
  );
});

/** Those drawn on top come last, whatever their lane. */
function curves({ measures }: ChartKind, columns: readonly Column[], lanes: number): JSX.Element[] {
  return [...measures].reverse().flatMap(({ field, line }) => {
    if (line === null) return [];
    const own = columns.filter(({ measure }) => measure.field === field);
    return own.map(({ key, lane, drawnIn }) => (
      <Area
        key={key}
        type="linear"
        dataKey={drawnIn}
        stroke={line.color}
        strokeWidth="var(--stroke)"
        strokeDasharray={LANE_DASHES[lane] ?? "none"}
        fill={line.filled ? line.color : "none"}
        fillOpacity={0.16 / lanes}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    ));
  });
}
