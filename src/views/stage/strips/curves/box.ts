/** The room of a drawing, and what its parts have in common. */

/** In px; its left edge is time 0, its right edge the end of the axis. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** Size of its labels. */
  readonly text: number;
}

/** From the edges to a label, in px. */
export const LABEL_MARGIN = 4;
/** At the right edge the play head may stand: labels keep clear of it. */
export const HEAD_MARGIN = 8;
/** The end of an axis stands at the upper left, in a room of so many sizes of its text. */
export const AXIS_END_ROOM = 3.4;
/** How much of its colour the area under a curve has; lanes share it. */
export const FILL = 0.22;
