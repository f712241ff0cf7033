/** The field of a strip of curves. */
import { type JSX, useMemo } from "react";
import { labelSize } from "../label-size.ts";
import type { StripFieldProps } from "../strip.ts";
import { CurvePlot } from "./CurvePlot.tsx";
import { columnsOf, curveData } from "./curve-data.ts";
import type { CurveKind } from "./curve-kind.ts";

export function CurveField(props: StripFieldProps & { readonly kind: CurveKind }): JSX.Element {
  const { kind, recordings, thresholds, frame, spanMs, width, height, language } = props;
  const data = useMemo(
    () => curveData(kind, recordings, frame, spanMs, thresholds),
    [kind, recordings, frame, spanMs, thresholds],
  );
  const lanes = recordings.length;
  const columns = useMemo(() => columnsOf(kind, lanes), [kind, lanes]);
  const text = labelSize();
  const box = useMemo(() => ({ width, height, text }), [width, height, text]);
  const marks = kind.marks?.(props);
  return <CurvePlot {...{ kind, data, columns, lanes, spanMs, box, language, marks }} />;
}
