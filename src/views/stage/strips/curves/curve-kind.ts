/** What a strip of curves declares: what it measures, and how each measure is drawn. */
import type { JSX } from "react";
import type { Language, Text } from "../../../../i18n/index.ts";
import type {
  AlertKind,
  LossPoint,
  Recording,
  SeriesPoint,
  SeriesRange,
  WaitPoint,
} from "../../../../run/index.ts";
import type { StripId } from "../../../../scenarios/index.ts";
import type { StripFieldProps } from "../strip.ts";

/** The numbers that can be drawn as curves. */
type CurveField =
  | Exclude<keyof SeriesPoint | keyof WaitPoint | keyof LossPoint, "timeMs">
  | "heapMiB";

/** Some of these numbers at a moment. */
export type CurvePoint = { readonly timeMs: number } & { readonly [F in CurveField]?: number };

/** Where the numbers of a strip come from. */
export interface CurveSource {
  /** The exact numbers at a time. */
  at(recording: Recording, timeMs: number): CurvePoint;
  /** Points at equal distances from time 0 on, and one at the play head. */
  over(recording: Recording, range: SeriesRange): readonly CurvePoint[];
}

/** A line for each lane that bounds its numbers. */
export interface Bound {
  /** The height of the line; Infinity for none. */
  of(recording: Recording): number;
  /** Its name, where `{n}` stands for its height; `above` is used if the line lies beyond the field. */
  readonly name: Text;
  readonly above: Text;
  format(height: number, language: Language): string;
}

export interface Measure {
  readonly field: CurveField;
  readonly name: Text;
  /** Written after a value. */
  readonly unit: Text;
  /** How it is drawn; null for a number that is only written. */
  readonly line: {
    readonly color: string;
    /** The same colour for text. */
    readonly ink: string;
    readonly filled: boolean;
  } | null;
  /** Whether its value stands beside the title only with a single lane: with several there is room for fewer values. */
  readonly alone?: boolean;
  format(value: number, language: Language): string;
}

export interface CurveKind {
  readonly id: StripId;
  /** Whether values are whole numbers. */
  readonly counts: boolean;
  /** The least value at the upper edge of the field, so that an idle strip does not magnify trifles. */
  readonly leastMax: number;
  /** No value is higher than this, and the field holds no more. */
  readonly mostMax?: number;
  /** Whether the capacities of the lanes are drawn as lines. */
  readonly showsCapacity: boolean;
  /** Another line for each lane. */
  readonly bound?: Bound;
  /** By default, the numbers of a run's series. */
  readonly source?: CurveSource;
  /** Writes a number of the axis, in about five characters. */
  axis?(value: number, language: Language): string;
  /** Draws marks over the curves. */
  marks?(props: StripFieldProps): JSX.Element;
  /** The alerts whose beginnings are marked. */
  readonly alerts: readonly AlertKind[];
  /** In the order of reading; the first is drawn on top. */
  readonly measures: readonly Measure[];
}

/** The kind with room for values up to `top`, for a drawn prediction. */
export function withRoomFor(kind: CurveKind, top: number): CurveKind {
  return top > kind.leastMax ? { ...kind, leastMax: top } : kind;
}
