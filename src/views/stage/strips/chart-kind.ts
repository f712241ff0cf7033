/** The three charts as data: what each measures, in which colour and with which line. */
import { formatCount, formatRate, type Language, type Text } from "../../../i18n/index.ts";
import type { AlertKind, SeriesPoint } from "../../../run/index.ts";
import { words } from "./words.ts";

export interface Measure {
  readonly field: Exclude<keyof SeriesPoint, "timeMs">;
  readonly name: Text;
  /** Stands behind a value. */
  readonly unit: Text;
  /** How it is drawn; null for a number that is only read. */
  readonly line: {
    readonly color: string;
    readonly filled: boolean;
  } | null;
  format(value: number, language: Language): string;
}

export interface ChartKind {
  readonly id: "throughput" | "depth" | "drops";
  readonly title: Text;
  /** `{n}` in it is the number of seconds that a rate is the mean of. */
  readonly axisTitle: Text;
  /** Whether values are whole numbers. */
  readonly counts: boolean;
  /** The axis holds this much at least, so that an idle chart is no microscope. */
  readonly leastMax: number;
  /** Whether the bounds of the lanes are drawn as lines. */
  readonly showsCapacity: boolean;
  /** The alerts whose beginnings are marked. */
  readonly alerts: readonly AlertKind[];
  /** Whether the caption tells how many were dropped so far. */
  readonly showsTotal: boolean;
  /** In the order of reading; the first is drawn on top. */
  readonly measures: readonly Measure[];
}

const throughput: ChartKind = {
  id: "throughput",
  title: words.throughput,
  axisTitle: words.meanPerSec,
  counts: false,
  leastMax: 4,
  showsCapacity: false,
  alerts: [],
  showsTotal: false,
  measures: [
    {
      field: "madePerSec",
      name: words.produced,
      unit: words.perSec,
      line: { color: "var(--produced)", filled: false },
      format: formatRate,
    },
    {
      field: "donePerSec",
      name: words.done,
      unit: words.perSec,
      line: { color: "var(--done)", filled: true },
      format: formatRate,
    },
  ],
};

const depth: ChartKind = {
  id: "depth",
  title: words.depth,
  axisTitle: words.elements,
  counts: true,
  leastMax: 4,
  showsCapacity: true,
  alerts: ["depth", "wait"],
  showsTotal: false,
  measures: [
    {
      field: "depth",
      name: words.buffered,
      unit: words.pieces,
      line: { color: "var(--buffered)", filled: true },
      format: formatCount,
    },
  ],
};

const drops: ChartKind = {
  id: "drops",
  title: words.drops,
  axisTitle: words.meanPerSec,
  counts: false,
  leastMax: 4,
  showsCapacity: false,
  alerts: ["loss"],
  showsTotal: true,
  measures: [
    {
      field: "lostPerSec",
      name: words.dropped,
      unit: words.perSec,
      line: { color: "var(--dropped)", filled: true },
      format: formatRate,
    },
    {
      field: "lost",
      name: words.droppedTotal,
      unit: words.pieces,
      line: null,
      format: formatCount,
    },
  ],
};

export const chartKinds = [throughput, depth, drops] as const;

/** How the lines of a lane are drawn, by the lane's index. */
export const LANE_DASHES = ["none", "7 4", "2 3", "9 3 2 3"] as const;
