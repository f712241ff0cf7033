/**
 * What a strip is: one number, or one drawing, over the time that all strips of the stage share. A strip is one
 * file and one line in `registry.ts`.
 */
import type { JSX } from "react";
import type { Language } from "../../../i18n/index.ts";
import type { Values } from "../../../params/index.ts";
import type { Recording } from "../../../run/index.ts";

/** What one drawing of a strip shows. */
export interface Frame {
  /** Up to where; nothing later is drawn. */
  readonly timeMs: number;
  /** At most how many points a series has. */
  readonly points: number;
  /** Whether the run plays: a strip with a tail then goes on by itself until it is drawn anew. */
  readonly playing: boolean;
}

/** What every part of a strip may ask. */
export interface StripInput {
  /** One a lane. */
  readonly recordings: readonly Recording[];
  readonly laneNames: readonly string[];
  /** The thresholds of alerts that differ from the defaults; without it there are no alerts. */
  readonly thresholds: Values | undefined;
  readonly language: Language;
}

/** An element that somebody has picked. */
export interface Picked {
  readonly lane: number;
  readonly element: number;
}

/** A place in the field of a strip, in px from its top left corner. */
export interface FieldPoint {
  readonly x: number;
  readonly y: number;
}

export interface StripFieldProps extends StripInput {
  readonly frame: Frame;
  /** The right edge of the field; its left edge is 0. */
  readonly spanMs: number;
  /** Of the field, in px. */
  readonly width: number;
  readonly height: number;
  /** The element to be lit, or null. */
  readonly picked: Picked | null;
  /** Where in time somebody points at the strips, or null. */
  readonly hoverMs: number | null;
}

/** A number beside the title of a strip. */
export interface StripValue {
  readonly key: string;
  /** What it is called; what is read aloud, and a strip with several numbers shows it. */
  readonly name: string;
  readonly text: string;
  /** A custom property of the theme, as `var(--...)`. */
  readonly color: string;
  readonly lane: number;
}

/** So many rows are read within some ten ms. */
export const SLICE_ROWS = 30_000;

export interface Strip {
  /**
   * Whether its field goes on from the last drawing to where the numbers of the page were written last: such a strip
   * can be drawn more seldom while the run plays.
   */
  readonly hasTail?: true;
  /**
   * Reads on in a recording for the first drawing, for some ten ms at most. Returns whether all of it is read; the
   * strip is drawn from then on.
   */
  prepare?(recording: Recording): boolean;
  /** The numbers at a time, lane by lane; none where the strip is no number. */
  valuesAt(input: StripInput, timeMs: number): readonly StripValue[];
  /** What is drawn in the field, within its width and height. */
  field(props: StripFieldProps): JSX.Element;
  /** The element that is meant at a point of the field, null if none is near. Only where a strip shows elements. */
  elementAt?(props: StripFieldProps, point: FieldPoint): Picked | null;
  /** The same as a table, for screen readers. */
  table(props: StripFieldProps): JSX.Element;
}
