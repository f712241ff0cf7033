/** Where the parts of a chart stand, in px. Fixed, so that nothing moves when numbers get longer. */

export interface Box {
  readonly width: number;
  readonly height: number;
  /** The field that curves are drawn in. */
  readonly left: number;
  readonly top: number;
  readonly fieldWidth: number;
  readonly fieldHeight: number;
}

export const LEFT = 44;
export const TOP = 24;
export const RIGHT = 12;
export const BOTTOM = 34;

export function boxOf(width: number, height: number): Box {
  return {
    width,
    height,
    left: LEFT,
    top: TOP,
    fieldWidth: Math.max(1, width - LEFT - RIGHT),
    fieldHeight: Math.max(1, height - TOP - BOTTOM),
  };
}
