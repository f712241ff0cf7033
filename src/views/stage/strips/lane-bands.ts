/** The bands of a strip that has one for each lane, one below the other. */

export interface LaneBand {
  readonly top: number;
  readonly height: number;
}

/** The gap above and below a band, in px. */
const GAP = 2.5;

export function laneBands(lanes: number, height: number): LaneBand[] {
  const pitch = height / Math.max(1, lanes);
  const gap = Math.min(GAP, pitch * 0.12);
  return Array.from({ length: lanes }, (_, lane) => ({
    top: lane * pitch + gap,
    height: Math.max(1, pitch - 2 * gap),
  }));
}

/** The lane whose band is at the height `y` of a field that is `height` px high. */
export function laneAt(y: number, lanes: number, height: number): number {
  return Math.min(lanes - 1, Math.max(0, Math.floor((y / height) * lanes)));
}
