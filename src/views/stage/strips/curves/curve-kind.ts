/** What a strip of curves declares: what it measures, in which colour and with which line. */
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

/** The numbers of which there are curves. */
type CurveField =
  | Exclude<keyof SeriesPoint | keyof WaitPoint | keyof LossPoint, "timeMs">
  | "heapMiB";

/** Some of them at a moment. */
export type CurvePoint = { readonly timeMs: number } & { readonly [F in CurveField]?: number };

/** Where the numbers of a strip come from. */
export interface CurveSource {
  /** To the event: what stands at a time. */
  at(recording: Recording, timeMs: number): CurvePoint;
  /** Points at equal distances from 0, and one at the play head. */
  over(recording: Recording, range: SeriesRange): readonly CurvePoint[];
}

/** A line for each lane that its numbers are measured against. */
export interface Bound {
  /** How high it is; Infinity for none. */
  of(recording: Recording): number;
  /** `{n}`: its height. `above`: where it lies beyond the field. */
  readonly name: Text;
  readonly above: Text;
  format(height: number, language: Language): string;
}

export interface Measure {
  readonly field: CurveField;
  readonly name: Text;
  /** Stands behind a value. */
  readonly unit: Text;
  /** How it is drawn; null for a number that is only read. */
  readonly line: {
    readonly color: string;
    /** The same colour as text has it. */
    readonly ink: string;
    readonly filled: boolean;
  } | null;
  /** Whether its value stands beside the title of one lane only: beside several there is room for fewer. */
  readonly alone?: boolean;
  format(value: number, language: Language): string;
}

export interface CurveKind {
  readonly id: StripId;
  /** Whether values are whole numbers. */
  readonly counts: boolean;
  /** The field holds this much at least, so that an idle strip is no microscope. */
  readonly leastMax: number;
  /** No value is higher than this, and the field holds no more. */
  readonly mostMax?: number;
  /** Whether the capacities of the lanes are drawn as lines. */
  readonly showsCapacity: boolean;
  /** Another line of each lane. */
  readonly bound?: Bound;
  /** The numbers of a run's series if left out. */
  readonly source?: CurveSource;
  /** A number of the axis; in five characters or so. */
  axis?(value: number, language: Language): string;
  /** What is drawn over the curves. */
  marks?(props: StripFieldProps): JSX.Element;
  /** The alerts whose beginnings are marked. */
  readonly alerts: readonly AlertKind[];
  /** In the order of reading; the first is drawn on top. */
  readonly measures: readonly Measure[];
}

/** The same with room for a drawing of so much. */
export function withRoomFor(kind: CurveKind, top: number): CurveKind {
  return top > kind.leastMax ? { ...kind, leastMax: top } : kind;
}
