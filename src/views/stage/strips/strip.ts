/**
 * What a strip is: a number or a drawing over time, on the axis that all strips of the stage share. A strip is one
 * file or folder, and one line in `registry.ts`.
 */
import type { JSX } from "react";
import type { Language } from "../../../i18n/index.ts";
import type { Values } from "../../../params/index.ts";
import type { Recording } from "../../../run/index.ts";

/** What one drawing of a strip shows. */
export interface Frame {
  /** The end of what is drawn: nothing later is shown. */
  readonly timeMs: number;
  /** The most points of a series. */
  readonly points: number;
  /** Whether the run plays: a strip with a tail then extends itself until it is drawn again. */
  readonly playing: boolean;
}

/** What every part of a strip receives. */
export interface StripInput {
  /** One per lane. */
  readonly recordings: readonly Recording[];
  readonly laneNames: readonly string[];
  /** The thresholds of alerts that differ from the defaults; undefined for no alerts. */
  readonly thresholds: Values | undefined;
  readonly language: Language;
}

/** An element that the user has picked. */
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
  /** The time at the right edge of the field; the left edge is 0. */
  readonly spanMs: number;
  /** The size of the field, in px. */
  readonly width: number;
  readonly height: number;
  /** The element to light; null for none. */
  readonly picked: Picked | null;
  /** The time at which the pointer is over the strips; null if it is elsewhere. */
  readonly hoverMs: number | null;
}

/** A number beside the title of a strip. */
export interface StripValue {
  readonly key: string;
  /** Its name, for screen readers and strips with several numbers. */
  readonly name: string;
  readonly text: string;
  /** A custom property of the theme, as `var(--...)`. */
  readonly color: string;
  readonly lane: number;
}

/** The rows that are read in one slice; they take about 10 ms. */
export const SLICE_ROWS = 30_000;

export interface Strip {
  /**
   * Whether its field extends its last drawing up to the time of the page's numbers. While the run plays, such a strip
   * need not be drawn as often.
   */
  readonly hasTail?: true;
  /**
   * Reads a recording before the first drawing, for about 10 ms at a time. Returns whether all of it has been read; the
   * strip is drawn only then.
   */
  prepare?(recording: Recording): boolean;
  /** The numbers at a time, lane by lane; empty if the strip shows no numbers. */
  valuesAt(input: StripInput, timeMs: number): readonly StripValue[];
  /** The drawing, within the width and height of the field. */
  field(props: StripFieldProps): JSX.Element;
  /** The element at a point of the field; null if none is near. Only for strips that show elements. */
  elementAt?(props: StripFieldProps, point: FieldPoint): Picked | null;
  /** The same content as a table, for screen readers. */
  table(props: StripFieldProps): JSX.Element;
}
