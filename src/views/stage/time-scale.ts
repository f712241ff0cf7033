/** How much time is shown: up to round times that seldom change, so that a chart stands still while it fills. */

const TIMES_MS = [5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000);
/** How much longer an axis is than the time that it holds: names stand at its right end, clear of the play head. */
const WITH_ROOM = 1.2;

/** The length in ms of an axis that has to hold `timeMs`, in a run of `durationMs`. */
export function niceSpan(timeMs: number, durationMs: number): number {
  const held = TIMES_MS.find((step) => timeMs <= step) ?? durationMs;
  return Math.min(held, durationMs) * WITH_ROOM;
}

/** The time in ms that an axis holds: the play head may be dragged up to here, short of the room for names. */
export function heldBy(spanMs: number): number {
  return spanMs / WITH_ROOM;
}
