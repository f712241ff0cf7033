/** How far a program on a real machine may differ from the page's: no machine's timers are exact. */

/** The tolerance for a number of printed lines: whichever of the two allows more. */
export const AGREES_WITHIN = { percent: 10, lines: 3 };

/** Whether `real` lines count as no different from the `page` lines that the page's program prints. */
export function isAsMany(real: number, page: number): boolean {
  const { percent, lines } = AGREES_WITHIN;
  return Math.abs(real - page) <= Math.max(lines, (page * percent) / 100);
}
