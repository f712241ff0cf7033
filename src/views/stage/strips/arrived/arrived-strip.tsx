/** The strip of arrivals: each element that arrived, with its number, among ticks for all that were made. */
import { formatCount } from "../../../../i18n/index.ts";
import { arrivalsOf, birthsOf, readRows } from "../../../../run/index.ts";
import { laneAt, laneBands } from "../lane-bands.ts";
import {
  type FieldPoint,
  type Picked,
  SLICE_ROWS,
  type Strip,
  type StripFieldProps,
  type StripInput,
  type StripValue,
} from "../strip.ts";
import { ArrivedField } from "./ArrivedField.tsx";
import { ArrivedTable } from "./ArrivedTable.tsx";
import { arrivalRows, kindsBeside } from "./arrival-rows.ts";
import { arrivedWords } from "./arrived-words.ts";

export const arrived: Strip = {
  prepare: (recording) => readRows(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <ArrivedField {...props} />,
  table: (props) => <ArrivedTable {...props} />,
  elementAt,
};

function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  return recordings.flatMap((recording, lane) => {
    const beside = kindsBeside(recording, recordings.length);
    if (beside.length > 0) {
      return beside.map((name, kind) => ({
        key: `arrived${lane}-${kind}`,
        name: name[language],
        text: formatCount(arrivalsOf(recording, kind).countUntil(timeMs), language),
        color: `var(--kind-${kind}-line)`,
        lane,
      }));
    }
    const arrivals: StripValue = {
      key: `arrived${lane}`,
      name: arrivedWords.arrived[language],
      text: formatCount(arrivalsOf(recording, null).countUntil(timeMs), language),
      color: "var(--done-ink)",
      lane,
    };
    if (recordings.length > 1) return [arrivals];
    const made: StripValue = {
      key: `made${lane}`,
      name: arrivedWords.made[language],
      text: formatCount(birthsOf(recording, null).countUntil(timeMs), language),
      color: "var(--made-ink)",
      lane,
    };
    return [arrivals, made];
  });
}

/** The greatest distance between a pointer and the mark that it picks, in px. */
const REACH = 10;

/** The element whose arrival is nearest to a point, in the row at that point; null if none is near. */
function elementAt(props: StripFieldProps, { x, y }: FieldPoint): Picked | null {
  const { recordings, spanMs, width, height } = props;
  const lane = laneAt(y, recordings.length, height);
  const band = laneBands(recordings.length, height)[lane];
  const recording = recordings[lane];
  if (recording === undefined || band === undefined) return null;
  const rows = arrivalRows(recording, recordings.length, band);
  const row = rows.find(({ top, height: own }) => y < top + own) ?? rows.at(-1);
  if (row === undefined) return null;
  const log = arrivalsOf(recording, row.kind);
  const timeMs = (x / width) * spanMs;
  const after = log.firstFrom(timeMs);
  const away = (place: number) =>
    place < 0 || place >= log.length
      ? Number.POSITIVE_INFINITY
      : (Math.abs(log.timeAt(place) - timeMs) / spanMs) * width;
  const nearest = away(after) < away(after - 1) ? after : after - 1;
  if (away(nearest) > REACH) return null;
  return { lane, element: recording.trace.elementAt(log.at(nearest)) };
}
