/** The strip of demand: how many elements were requested but not yet passed on, a sawtooth in a band for each lane. */
import { demandAt, readDemand } from "../../../../run/index.ts";
import { SLICE_ROWS, type Strip, type StripInput, type StripValue } from "../strip.ts";
import { words } from "../words.ts";
import { DemandField } from "./DemandField.tsx";
import { DemandTable } from "./DemandTable.tsx";
import { demandText } from "./demand-text.ts";

export const demand: Strip = {
  prepare: (recording) => readDemand(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <DemandField {...props} />,
  table: (props) => <DemandTable {...props} />,
};

function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  return recordings.map((recording, lane) => ({
    key: `demand${lane}`,
    name: words.askedFor[language],
    text: demandText(demandAt(recording, timeMs), language),
    color: "var(--ink)",
    lane,
  }));
}
