/** The numbers of a run that most curves show: rates, depth and losses. */
import { ratesAt, seriesOf } from "../../../../run/index.ts";
import type { CurveSource } from "./curve-kind.ts";

export const runSeries: CurveSource = {
  /** The exact numbers at a time, not those of the nearest point of a curve. */
  at({ history }, timeMs) {
    const { lost, waiting } = history.cursorAtRow(history.rowsUntil(timeMs));
    return { timeMs, lost, depth: waiting, ...ratesAt(history, timeMs) };
  },
  over: ({ history }, range) => seriesOf(history, range),
};
