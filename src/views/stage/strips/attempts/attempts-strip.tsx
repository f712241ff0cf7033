/** The strip of calls to the service: each from its beginning to its end, in the colour of its outcome. */
import { formatCount, type Text } from "../../../../i18n/index.ts";
import { CALL_OUTCOMES, type CallOutcome, callsOf, readCalls } from "../../../../run/index.ts";
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
import { AttemptsField } from "./AttemptsField.tsx";
import { AttemptsTable } from "./AttemptsTable.tsx";
import { attemptsWords } from "./attempts-words.ts";

export const attempts: Strip = {
  prepare: (recording) => readCalls(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <AttemptsField {...props} />,
  table: (props) => <AttemptsTable {...props} />,
  elementAt,
};

const INKS: Readonly<Record<CallOutcome, string>> = {
  answered: "var(--done-ink)",
  failed: "var(--lost-ink)",
  refused: "var(--ink-soft)",
};

/** The numbers of finished calls by outcome; with several lanes, the number of calls that have begun. */
function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  return recordings.flatMap((recording, lane): StripValue[] => {
    const log = callsOf(recording);
    const value = (key: string, name: Text, count: number, color: string) => ({
      key: `${key}${lane}`,
      name: name[language],
      text: formatCount(count, language),
      color,
      lane,
    });
    if (recordings.length > 1) {
      return [value("calls", attemptsWords.calls, log.countUntil(timeMs), "var(--ink)")];
    }
    const guarded = recording.topology.stations.some(({ kind }) => kind === "breaker");
    return CALL_OUTCOMES.filter((outcome) => outcome !== "refused" || guarded).map((outcome) =>
      value(outcome, attemptsWords[outcome], log.over[outcome].countUntil(timeMs), INKS[outcome]),
    );
  });
}

/** The greatest distance between a pointer and the bar that it picks, in px. */
const REACH = 6;

/** The element whose call lies at a point: the last that has begun there; null if none is near. */
function elementAt(props: StripFieldProps, { x, y }: FieldPoint): Picked | null {
  const { recordings, frame, spanMs, width, height } = props;
  const lane = laneAt(y, recordings.length, height);
  const band = laneBands(recordings.length, height)[lane];
  const recording = recordings[lane];
  if (recording === undefined || band === undefined) return null;
  const log = callsOf(recording);
  const callers = log.callers.length;
  const row = Math.floor(((y - band.top) / band.height) * callers);
  const caller = Math.min(callers - 1, Math.max(0, row));
  const places = log.callers[caller];
  const msPerPx = spanMs / width;
  const untilMs = Math.min(frame.timeMs, (x + REACH) * msPerPx);
  const last = log.firstOf(caller, untilMs, true) - 1;
  if (places === undefined || last < 0) return null;
  const { element, toMs } = log.at(places.at(last));
  return toMs >= (x - REACH) * msPerPx ? { lane, element } : null;
}
