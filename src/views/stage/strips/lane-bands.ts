/** Where the lanes lie in a strip that has a band for each: one below the other. */

export interface LaneBand {
  readonly top: number;
  readonly height: number;
}

/** Above and below a band, in px. */
const GAP = 2.5;

export function laneBands(lanes: number, height: number): LaneBand[] {
  const pitch = height / Math.max(1, lanes);
  const gap = Math.min(GAP, pitch * 0.12);
  return Array.from({ length: lanes }, (_, lane) => ({
    top: lane * pitch + gap,
    height: Math.max(1, pitch - 2 * gap),
  }));
}

/** The lane that a height in the field belongs to. */
export function laneAt(y: number, lanes: number, height: number): number {
  return Math.min(lanes - 1, Math.max(0, Math.floor((y / height) * lanes)));
}
