/** Makes a strip of curves from what it measures. */
import { readMonitor } from "../../../../run/index.ts";
import { SLICE_ROWS, type Strip, type StripInput, type StripValue } from "../strip.ts";
import { CurveField } from "./CurveField.tsx";
import { CurveTable } from "./CurveTable.tsx";
import type { CurveKind } from "./curve-kind.ts";
import { runSeries } from "./run-series.ts";

export function curveStrip(kind: CurveKind): Strip {
  return {
    hasTail: true,
    // It marks alerts, and some curves show numbers of the monitor.
    prepare: (recording) => readMonitor(recording, SLICE_ROWS),
    valuesAt: (input, timeMs) => valuesAt(kind, input, timeMs),
    field: (props) => <CurveField kind={kind} {...props} />,
    table: (props) => <CurveTable kind={kind} {...props} />,
  };
}

/** The exact values at a time, not those of the nearest point of a curve. */
function valuesAt(
  { measures, source = runSeries }: CurveKind,
  { recordings, language }: StripInput,
  timeMs: number,
): StripValue[] {
  const shown = recordings.length > 1 ? measures.filter(({ alone }) => alone !== true) : measures;
  return recordings.flatMap((recording, lane) => {
    const point = source.at(recording, timeMs);
    return shown.map(({ field, name, unit, line, format }) => ({
      key: `${field}${lane}`,
      name: name[language],
      text: format(point[field] ?? Number.NaN, language) + unit[language],
      color: line?.ink ?? "var(--ink-soft)",
      lane,
    }));
  });
}
