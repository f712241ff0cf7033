/** What a strip of curves draws at a moment: the points of all lanes side by side, and the axis that holds them. */
import type { Language } from "../../../../i18n/index.ts";
import type { Values } from "../../../../params/index.ts";
import {
  type Alert,
  alertsOf,
  type Recording,
  type Thresholds,
  thresholdsOf,
} from "../../../../run/index.ts";
import type { Axis } from "../../axis.ts";
import type { Frame } from "../strip.ts";
import { valueAxis } from "../value-axis.ts";
import type { CurveKind, CurvePoint, Measure } from "./curve-kind.ts";
import { boundsOf, type Levels, levelsOf, topOf } from "./drawn-levels.ts";
import { runSeries } from "./run-series.ts";

/** One moment: the point of each lane. */
export interface Row {
  readonly timeMs: number;
  readonly lanes: readonly CurvePoint[];
}

export interface CurveData {
  readonly rows: readonly Row[];
  readonly axis: Axis;
  /** Capacities and thresholds to draw; empty for strips without such lines. */
  readonly levels: Levels;
  /** The alerts that have begun and are to be marked. */
  readonly alerts: readonly Alert[];
}

/** Earlier rates are not drawn: a count of one over next to no time means nothing. */
const FIRST_RATE_MS = 250;
/** From then on, rates are counted over a full second. */
const FULL_WINDOW_MS = 1000;

/** How much higher the rates of the first second may make a field, as a factor. */
const MOST_FOR_EARLY = 2;

/** One measure of one lane: a curve, and a column of the table. */
export interface Column {
  readonly key: string;
  readonly lane: number;
  readonly measure: Measure;
  /** Its value in a row; NaN if it is not known. */
  valueIn(row: Row): number;
  /** The same, but null where nothing is drawn. */
  drawnIn(row: Row): number | null;
}

/** All numbers of a chart, lane by lane. */
export function columnsOf(kind: CurveKind, lanes: number): Column[] {
  return Array.from({ length: lanes }, (_, lane) =>
    kind.measures.map((measure) => {
      const valueIn = (row: Row) => row.lanes[lane]?.[measure.field] ?? 0;
      return {
        key: `${measure.field}${lane}`,
        lane,
        measure,
        valueIn,
        drawnIn: (row: Row) => {
          const value = valueIn(row);
          // A rate that is not known yet is NaN.
          const known = !Number.isNaN(value) && (kind.counts || isDrawn(row));
          return measure.line !== null && known ? value : null;
        },
      };
    }),
  ).flat();
}

const NO_LEVELS: Levels = { capacities: [], thresholds: [] };

/** Keeps curves off the upper edge, and leaves room for a name above a line. */
const HEADROOM = 1.08;

export function curveData(
  kind: CurveKind,
  recordings: readonly Recording[],
  frame: Frame,
  spanMs: number,
  values: Values | undefined,
): CurveData {
  const rows = rowsOf(kind, recordings, frame, spanMs);
  const thresholds = values === undefined ? null : thresholdsOf(values);
  const levels = kind.showsCapacity
    ? levelsOf(recordings, frame, thresholds)
    : kind.bound === undefined
      ? NO_LEVELS
      : boundsOf(kind.bound, recordings);
  const { capacities } = levels;
  const highest = highestValue(kind, rows) * HEADROOM;
  // A line far above everything else would flatten the curves, so it is only named.
  const lines = capacities.map(topOf).filter((top) => top <= 10 * Math.max(highest, 10));
  const limits = levels.thresholds.map(({ level }) => topOf(level));
  const near = limits.filter((top) => top <= 1.5 * highest);
  const needed = Math.max(highest, ...[...lines, ...near].map((top) => top * HEADROOM));
  const most = kind.mostMax ?? Number.POSITIVE_INFINITY;
  const axis = valueAxis(Math.min(Math.max(needed, kind.leastMax), most), kind.counts);
  return { rows, axis, levels, alerts: alertsFor(kind, recordings, frame, thresholds) };
}

function rowsOf(
  { source = runSeries }: CurveKind,
  recordings: readonly Recording[],
  { timeMs, points }: Frame,
  spanMs: number,
): Row[] {
  const lanes = recordings.map((recording) =>
    source.over(recording, {
      toMs: spanMs,
      untilMs: timeMs,
      points: pointsWithin(recording.history.bucketMs, spanMs, points),
    }),
  );
  const [first = []] = lanes;
  // A run that ends in its first instant covers no time, but it has numbers.
  const isOver = recordings.every(({ end }) => end !== null && end.atMs <= timeMs);
  if (first.length === 0 && isOver) {
    return [{ timeMs, lanes: recordings.map((recording) => source.at(recording, timeMs)) }];
  }
  return first.map((point, index) => ({
    timeMs: point.timeMs,
    lanes: lanes.map((lane) => lane[index] ?? point),
  }));
}

/** The number of points, at most about `most`, at which each stands for a whole number of buckets. */
function pointsWithin(bucketMs: number, spanMs: number, most: number): number {
  const buckets = spanMs / bucketMs;
  return buckets / Math.max(1, Math.ceil(buckets / most - 1e-9));
}

function alertsFor(
  kind: CurveKind,
  recordings: readonly Recording[],
  { timeMs }: Frame,
  thresholds: Thresholds | null,
): Alert[] {
  if (thresholds === null || kind.alerts.length === 0) return [];
  return recordings
    .flatMap((recording) => alertsOf(recording, thresholds, timeMs))
    .filter((alert) => kind.alerts.includes(alert.kind));
}

function highestValue({ measures, counts }: CurveKind, rows: readonly Row[]): number {
  if (counts) return highestIn(measures, rows);
  const full = rows.filter(({ timeMs }) => timeMs >= FULL_WINDOW_MS);
  const drawn = highestIn(measures, rows.filter(isDrawn));
  if (full.length === 0) return drawn;
  // The field also holds early, uncertain rates, unless the others would become too low.
  const known = highestIn(measures, full);
  return drawn <= MOST_FOR_EARLY * known ? drawn : known;
}

function highestIn(measures: readonly Measure[], rows: readonly Row[]): number {
  let highest = 0;
  for (const { lanes } of rows) {
    for (const point of lanes) {
      for (const { field, line } of measures) {
        const value = point[field] ?? 0;
        if (line !== null && value > highest) highest = value;
      }
    }
  }
  return highest;
}

/** Whether the rates of a row already mean something. */
function isDrawn({ timeMs }: Row): boolean {
  return timeMs >= FIRST_RATE_MS;
}

/** A number of a row with its unit. */
export function valueText({ measure, valueIn }: Column, row: Row, language: Language): string {
  return measure.format(valueIn(row), language) + measure.unit[language];
}
