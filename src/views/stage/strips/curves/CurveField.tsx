/** The field of a strip of curves: the last drawing, and its tail. */
import { type JSX, useMemo } from "react";
import { drawnOf } from "../../../../store/index.ts";
import { usePlaygroundState } from "../../../playground-context.ts";
import { labelSize } from "../label-size.ts";
import type { StripFieldProps } from "../strip.ts";
import { bodyEndMarks } from "./body-end-marks.tsx";
import { CurvePlot } from "./CurvePlot.tsx";
import { columnsOf, curveData } from "./curve-data.ts";
import { type CurveKind, withRoomFor } from "./curve-kind.ts";
import { Tail } from "./Tail.tsx";

export function CurveField(props: StripFieldProps & { readonly kind: CurveKind }): JSX.Element {
  const { kind, recordings, thresholds, frame, spanMs, width, height, language } = props;
  const isDepth = kind.id === "depth";
  const drawnTop = usePlaygroundState((state) => (isDepth && drawnOf(state)?.top) || 0);
  const data = useMemo(
    () => curveData(withRoomFor(kind, drawnTop), recordings, frame, spanMs, thresholds),
    [kind, drawnTop, recordings, frame, spanMs, thresholds],
  );
  const lanes = recordings.length;
  const columns = useMemo(() => columnsOf(kind, lanes), [kind, lanes]);
  const text = labelSize();
  const box = useMemo(() => ({ width, height, text }), [width, height, text]);
  const ends = useMemo(
    () => <>{bodyEndMarks(recordings, frame.timeMs, spanMs, box, language)}</>,
    [recordings, frame.timeMs, spanMs, box, language],
  );
  const marks = kind.marks?.(props) ?? (isDepth ? ends : undefined);
  return (
    <>
      <CurvePlot {...{ kind, data, columns, lanes, spanMs, box, language, marks }} />
      {frame.playing && <Tail {...{ kind, recordings, frame, data, columns, spanMs, box }} />}
    </>
  );
}
