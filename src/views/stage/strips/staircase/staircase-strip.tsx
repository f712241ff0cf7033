/** The strip of sums: how many elements have been requested, made, received, done and lost, as steps. */
import { fillIn, formatCount, formatSeconds } from "../../../../i18n/index.ts";
import { readLadder, readStaircase } from "../../../../run/index.ts";
import {
  type FieldPoint,
  type Picked,
  SLICE_ROWS,
  type Strip,
  type StripFieldProps,
  type StripInput,
  type StripValue,
} from "../strip.ts";
import { words } from "../words.ts";
import { StaircaseField } from "./StaircaseField.tsx";
import { StaircaseTable } from "./StaircaseTable.tsx";

export const staircase: Strip = {
  // The sums are those of the ladder.
  prepare: (recording) => readLadder(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <StaircaseField {...props} />,
  table: (props) => <StaircaseTable {...props} />,
  elementAt: lastReceivedAt,
};

function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  return recordings.flatMap((recording, lane) => {
    const { waiting, last } = readStaircase(recording, timeMs);
    const values: StripValue[] = [
      {
        key: `waiting${lane}`,
        name: words.waitingNow[language],
        text: formatCount(waiting, language),
        color: "var(--waiting-ink)",
        lane,
      },
    ];
    if (last === null || recordings.length > 1) return values;
    const n = formatSeconds(last.receivedMs - last.madeMs, language);
    values.push({
      key: `waited${lane}`,
      name: words.waitedFor[language],
      text: fillIn(words.seconds[language], { n }),
      color: "var(--working-ink)",
      lane,
    });
    return values;
  });
}

/** Picks the last element that was received by the time at the pointer: the one whose wait is drawn there. */
function lastReceivedAt(
  { recordings, frame, spanMs, width }: StripFieldProps,
  { x }: FieldPoint,
): Picked | null {
  const [recording] = recordings;
  const timeMs = Math.min((x / width) * spanMs, frame.timeMs);
  if (recording === undefined) return null;
  const { last } = readStaircase(recording, timeMs);
  return last === null ? null : { lane: 0, element: last.element };
}
