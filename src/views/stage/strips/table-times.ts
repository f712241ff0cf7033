/** The times in a table that shows the content of a drawing. */

const TABLE_ROWS = 12;

/** A dozen equidistant times up to `untilMs`, in whole ms and without duplicates. */
export function tableTimes(untilMs: number): number[] {
  const times = Array.from({ length: TABLE_ROWS }, (_, i) =>
    Math.round((untilMs * (i + 1)) / TABLE_ROWS),
  );
  return [...new Set(times)];
}
