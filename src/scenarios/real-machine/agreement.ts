/** When a program on a real machine counts as doing what the page's does: no machine's timers are exact. */

/** Either is enough. */
export const AGREES_WITHIN = { percent: 10, lines: 3 };

/** Whether so many lines are as many as the page's. */
export function isAsMany(real: number, page: number): boolean {
  const { percent, lines } = AGREES_WITHIN;
  return Math.abs(real - page) <= Math.max(lines, (page * percent) / 100);
}
