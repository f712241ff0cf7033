/** How much time is shown: ends that are round and change seldom, so that a chart stands still while it fills. */

const TIMES_MS = [5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000);
/** An axis is so much longer than the time it holds: names stand at its right end, clear of the play head. */
const WITH_ROOM = 1.2;

/** How much time an axis shows that has to hold `timeMs`, in a run of `durationMs`. */
export function niceSpan(timeMs: number, durationMs: number): number {
  const held = TIMES_MS.find((step) => timeMs <= step) ?? durationMs;
  return Math.min(held, durationMs) * WITH_ROOM;
}

/** The time that an axis holds: as far as the play head may be dragged on it, short of the room for names. */
export function heldBy(spanMs: number): number {
  return spanMs / WITH_ROOM;
}
