/** The strip of a breaker's state, or the level of service: a band for each lane; the higher, the more is rejected. */
import { gateStatesOf, readRows } from "../../../../run/index.ts";
import { SLICE_ROWS, type Strip, type StripInput, type StripValue } from "../strip.ts";
import { BreakerField } from "./BreakerField.tsx";
import { BreakerTable } from "./BreakerTable.tsx";
import { breakerWords } from "./breaker-words.ts";
import { gateLook } from "./gate-look.ts";

export const breaker: Strip = {
  prepare: (recording) => readRows(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <BreakerField {...props} />,
  table: (props) => <BreakerTable {...props} />,
};

function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  return recordings.map((recording, lane) => {
    const states = gateStatesOf(recording, timeMs);
    const look =
      states === null ? null : gateLook(states.station, states.steps.at(-1)?.value ?? 0, language);
    return {
      key: `state${lane}`,
      name: breakerWords.state[language],
      text: look?.name ?? (recordings.length > 1 ? "–" : breakerWords.none[language]),
      color: look === null ? "var(--ink-soft)" : `var(--${look.role}-ink)`,
      lane,
    };
  });
}
