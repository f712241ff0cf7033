/** The room of a drawing. */

/** In px; its left edge is time 0, its right edge the end of the axis. */
export interface Box {
  readonly width: number;
  readonly height: number;
}
