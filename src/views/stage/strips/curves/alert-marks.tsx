/** Marks where alerts begin, on the chart of their number. */
import type { JSX } from "react";
import { fillIn, formatSeconds, type Language } from "../../../../i18n/index.ts";
import type { Alert } from "../../../../run/index.ts";
import { alertText } from "../../../alert-text.ts";
import { words } from "../words.ts";
import type { Box } from "./box.ts";
import type { CurveData } from "./curve-data.ts";

/** Of marks closer together than this, only the first is drawn. */
const APART_PX = 6;
const HALF_WIDTH_PX = 4;
const HEIGHT_PX = 7;

export function alertMarks(
  { alerts }: CurveData,
  spanMs: number,
  box: Box,
  language: Language,
): JSX.Element[] {
  const bottom = box.height;
  return apart(alerts, spanMs, box).map(({ alert, x }) => {
    const time = fillIn(words.time[language], { n: formatSeconds(alert.fromMs, language) });
    return (
      <g key={`${alert.kind} ${alert.unit} ${x}`} data-alert={alert.kind}>
        <title>{`${time}: ${alertText(alert, language)}`}</title>
        <line x1={x} x2={x} y1={0} y2={bottom - HEIGHT_PX} />
        <path
          d={`M${x} ${bottom - HEIGHT_PX}l${HALF_WIDTH_PX} ${HEIGHT_PX}h${-2 * HALF_WIDTH_PX}z`}
        />
      </g>
    );
  });
}

/** With more marks than this, only the first is drawn. */
const MOST = 10;

/** The alerts whose marks are drawn: the first of those that would overlap; of very many, only the very first. */
function apart(
  alerts: readonly Alert[],
  spanMs: number,
  box: Box,
): { readonly alert: Alert; readonly x: number }[] {
  const marks: { alert: Alert; x: number }[] = [];
  for (const alert of [...alerts].sort((one, other) => one.fromMs - other.fromMs)) {
    const x = Math.round(Math.min(1, alert.fromMs / spanMs) * box.width);
    if (x - (marks.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= APART_PX) marks.push({ alert, x });
  }
  // A fence of marks says no more than its first one.
  return marks.length > MOST ? marks.slice(0, 1) : marks;
}
