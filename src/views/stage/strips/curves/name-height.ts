/** At which height the name of a capacity's line stands: beside its line, and clear of the lines of thresholds. */

/** A name reaches so far above its baseline, and so far beneath it, in sizes of the text. */
const ASCENT = 0.78;
const DESCENT = 0.24;

/** Where the baseline may be, from the line of the capacity, in sizes of the text; the first is preferred. */
const ABOVE = -0.4;
const CLOSE_ABOVE = -0.28;
const BELOW = 1;

/**
 * The baseline of a name, in px from the top. `lineY`: its own line; `crossing`: the lines that it keeps clear of.
 * Where it would be crossed at each height, it stands below its line, and its rim of the page interrupts the other line.
 */
export function nameHeight(lineY: number, crossing: readonly number[], text: number): number {
  const heights = [ABOVE, CLOSE_ABOVE, BELOW].map((share) => lineY + share * text);
  const isClear = (baseline: number) =>
    baseline >= ASCENT * text &&
    crossing.every((y) => y < baseline - ASCENT * text || y > baseline + DESCENT * text);
  return heights.find(isClear) ?? lineY + BELOW * text;
}
