/** The straight lines of a chart: capacities or other bounds, and the depth from which on there is an alert. */
import type { JSX } from "react";
import { fillIn, formatCount, type Language } from "../../../../i18n/index.ts";
import { alertText } from "../../../alert-text.ts";
import { labelWidth } from "../label-size.ts";
import { words } from "../words.ts";
import { AXIS_END_ROOM, type Box, HEAD_MARGIN, LABEL_MARGIN } from "./box.ts";
import type { CurveData } from "./curve-data.ts";
import type { Bound } from "./curve-kind.ts";
import { endOf, type Level, type ThresholdLevel, topOf } from "./drawn-levels.ts";
import { nameHeight } from "./name-height.ts";

/** The height of a name, in multiples of the text's size. */
const LABEL_HEIGHT = 1.3;

/** How a line is named. */
type Named = Pick<Bound, "name" | "above" | "format">;

const CAPACITY: Named = {
  name: words.capacity,
  above: words.capacityAbove,
  format: formatCount,
};

/** Draws the lines. `top` is the number at the end of the axis, which names keep clear of. */
export function levelLines(
  data: CurveData,
  bound: Bound | undefined,
  top: string,
  spanMs: number,
  box: Box,
  language: Language,
): JSX.Element[] {
  const { capacities, thresholds } = data.levels;
  const topWidth = Math.max(AXIS_END_ROOM * box.text, labelWidth(top, box.text) + LABEL_MARGIN);
  const left = LABEL_MARGIN + topWidth;
  /** Where thresholds have their names: a name that would overlap another is left out. */
  const named: number[] = [];
  return [
    ...thresholds.flatMap((each) => {
      const y = thresholdNameY(each, data, box);
      const isFree = named.every((other) => Math.abs(other - y) >= LABEL_HEIGHT * box.text);
      if (isFree) named.push(y);
      return thresholdLine(each, isFree ? y : null, data, spanMs, box, language);
    }),
    ...capacities.map((level, index) =>
      capacityLine(
        level,
        capacities[index + 1],
        bound ?? CAPACITY,
        left,
        data,
        spanMs,
        box,
        language,
      ),
    ),
  ];
}

/**
 * A line at a capacity. Its name stands above it, or below if there is no room: at the left, beside the end of the
 * axis, or at the right if the capacity has changed. If two lines are too close, only the upper one has a name.
 */
function capacityLine(
  level: Level,
  above: Level | undefined,
  naming: Named,
  left: number,
  { axis: { max }, levels: { thresholds } }: CurveData,
  spanMs: number,
  box: Box,
  language: Language,
): JSX.Element {
  const capacity = endOf(level);
  const right = box.width;
  const n = naming.format(capacity, language);
  if (topOf(level) > max) {
    return (
      <text key={`c${capacity}`} x={left} y={box.text * 0.92} data-capacity={capacity}>
        {fillIn(naming.above[language], { n })}
      </text>
    );
  }
  const y = yOf(capacity, max, box);
  const named = above === undefined || y - yOf(endOf(above), max, box) >= LABEL_HEIGHT * box.text;
  const moved = level.length > 1;
  const crossing = thresholds.map((threshold) => yOf(endOf(threshold.level), max, box));
  return (
    <g key={pathOf(level, spanMs, max, box)} data-capacity={capacity}>
      {moved ? (
        <path d={pathOf(level, spanMs, max, box)} />
      ) : (
        <line x1={0} x2={right} y1={y} y2={y} />
      )}
      {named && (
        <text
          x={moved ? right - HEAD_MARGIN : left}
          y={nameHeight(y, crossing, box.text)}
          textAnchor={moved ? "end" : "start"}
        >
          {fillIn(naming.name[language], { n })}
        </text>
      )}
    </g>
  );
}

/** The baseline of a threshold's name: below the line if there is room, as a capacity has its name above its line. */
function thresholdNameY({ level }: ThresholdLevel, { axis: { max } }: CurveData, box: Box): number {
  const y = yOf(endOf(level), max, box);
  const below = y + LABEL_HEIGHT * box.text < box.height;
  return below ? y + box.text : y - box.text * 0.34;
}

/** The line of a threshold. `nameY` is the baseline of its name; null for no name. */
function thresholdLine(
  { level, unit, limit }: ThresholdLevel,
  nameY: number | null,
  { axis: { max } }: CurveData,
  spanMs: number,
  box: Box,
  language: Language,
): JSX.Element[] {
  if (topOf(level) > max) return [];
  return [
    <g key={`t${pathOf(level, spanMs, max, box)}`} data-threshold={unit}>
      <path d={pathOf(level, spanMs, max, box)} />
      {nameY !== null && (
        <text x={box.width - HEAD_MARGIN} y={nameY} textAnchor="end">
          {`▲ ${alertText({ kind: "depth", unit, limit }, language)}`}
        </text>
      )}
    </g>,
  ];
}

function yOf(value: number, max: number, box: Box): number {
  return box.height * (1 - value / max);
}

/** The steps of a level up to the end of the axis, as the `d` of a path. */
function pathOf(level: Level, spanMs: number, max: number, box: Box): string {
  const steps = level
    .map(({ fromMs, height }) => {
      const x = Math.min(1, fromMs / spanMs) * box.width;
      return { x: x.toFixed(1), y: yOf(height, max, box).toFixed(1) };
    })
    .map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`));
  return `${steps.join("")}H${(box.width).toFixed(1)}`;
}
