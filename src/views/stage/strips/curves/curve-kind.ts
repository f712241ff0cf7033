/** What a strip of curves declares: what it measures, in which colour and with which line. */
import type { Language, Text } from "../../../../i18n/index.ts";
import type { AlertKind, SeriesPoint } from "../../../../run/index.ts";
import type { StripId } from "../../../../scenarios/index.ts";

export interface Measure {
  readonly field: Exclude<keyof SeriesPoint, "timeMs">;
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
  format(value: number, language: Language): string;
}

export interface CurveKind {
  readonly id: StripId;
  readonly title: Text;
  /** Whether values are whole numbers. */
  readonly counts: boolean;
  /** The field holds this much at least, so that an idle strip is no microscope. */
  readonly leastMax: number;
  /** Whether the bounds of the lanes are drawn as lines. */
  readonly showsCapacity: boolean;
  /** The alerts whose beginnings are marked. */
  readonly alerts: readonly AlertKind[];
  /** In the order of reading; the first is drawn on top. */
  readonly measures: readonly Measure[];
}

/** The same with room for a drawing of so much. */
export function withRoomFor(kind: CurveKind, top: number): CurveKind {
  return top > kind.leastMax ? { ...kind, leastMax: top } : kind;
}
