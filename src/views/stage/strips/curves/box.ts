/** The room of a drawing, and the measures that its parts share. */

/** The size of a drawing, in px. Its left edge is time 0, and its right edge the end of the axis. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** Size of its labels. */
  readonly text: number;
}

/** The distance from an edge to a label, in px. */
export const LABEL_MARGIN = 4;
/** The same at the right edge, where labels keep clear of the play head. */
export const HEAD_MARGIN = 8;
/** The width for the end of the axis of values at the upper left, in multiples of the text's size. */
export const AXIS_END_ROOM = 3.4;
/** The opacity of the area under a curve; several lanes share it. */
export const FILL = 0.22;
