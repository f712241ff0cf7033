/** The moments of a table that stands for a drawing. */

const TABLE_ROWS = 12;

/** A dozen whole ms at equal distances up to `untilMs`, each once. */
export function tableTimes(untilMs: number): number[] {
  const times = Array.from({ length: TABLE_ROWS }, (_, i) =>
    Math.round((untilMs * (i + 1)) / TABLE_ROWS),
  );
  return [...new Set(times)];
}
