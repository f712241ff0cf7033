/** Makes a strip of curves from what it measures. */
import { type Recording, ratesAt, type SeriesPoint } from "../../../../run/index.ts";
import type { Strip, StripInput, StripValue } from "../strip.ts";
import { CurveField } from "./CurveField.tsx";
import { CurveTable } from "./CurveTable.tsx";
import type { CurveKind } from "./curve-kind.ts";

export function curveStrip(kind: CurveKind): Strip {
  return {
    title: kind.title,
    valuesAt: (input, timeMs) => valuesAt(kind, input, timeMs),
    field: (props) => <CurveField kind={kind} {...props} />,
    table: (props) => <CurveTable kind={kind} {...props} />,
  };
}

/** The values to the event: what stands at a time, not what the nearest point of a curve has. */
function valuesAt(
  { measures }: CurveKind,
  { recordings, language }: StripInput,
  timeMs: number,
): StripValue[] {
  return recordings.flatMap((recording, lane) => {
    const point = pointAt(recording, timeMs);
    return measures.map(({ field, name, unit, line, format }) => ({
      key: `${field}${lane}`,
      name: name[language],
      text: format(point[field], language) + unit[language],
      color: line?.ink ?? "var(--ink-soft)",
      lane,
    }));
  });
}

function pointAt({ history }: Recording, timeMs: number): SeriesPoint {
  const { lost, waiting } = history.stateAt(timeMs);
  return { timeMs, lost, depth: waiting, ...ratesAt(history, timeMs) };
}
