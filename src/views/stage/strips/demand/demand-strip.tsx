/** What was asked for and has not been handed on, each lane in a band of its own: the sawtooth of demand. */
import { demandAt } from "../../../../run/index.ts";
import { deferred } from "../../../kit/deferred.tsx";
import { stripNames } from "../../strip-words.ts";
import type { Strip, StripInput, StripValue } from "../strip.ts";
import { words } from "../words.ts";
import { DemandTable } from "./DemandTable.tsx";
import { demandText } from "./demand-text.ts";

const DemandField = deferred(async () => (await import("./DemandField.tsx")).DemandField, "quiet");

export const demand: Strip = {
  title: stripNames.demand,
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
