/** The height of the name of a capacity's line: beside its line, and clear of the lines of thresholds. */

/** How far a name reaches above its baseline and beneath it, in multiples of the text's size. */
const ASCENT = 0.78;
const DESCENT = 0.24;

/** Possible baselines relative to the capacity's line, in multiples of the text's size; the first is preferred. */
const ABOVE = -0.4;
const CLOSE_ABOVE = -0.28;
const BELOW = 1;

/**
 * The baseline of a name, in px from the top. `lineY` is its own line, and `crossing` are the lines that it keeps clear
 * of. If it would be crossed at every height, it stands below its line, and its rim interrupts the other line.
 */
export function nameHeight(lineY: number, crossing: readonly number[], text: number): number {
  const heights = [ABOVE, CLOSE_ABOVE, BELOW].map((share) => lineY + share * text);
  const isClear = (baseline: number) =>
    baseline >= ASCENT * text &&
    crossing.every((y) => y < baseline - ASCENT * text || y > baseline + DESCENT * text);
  return heights.find(isClear) ?? lineY + BELOW * text;
}
