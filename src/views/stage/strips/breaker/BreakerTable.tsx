/** The states of a gate as a table: the last dozen of every lane, and when each began. */
import type { JSX } from "react";
import { formatSeconds } from "../../../../i18n/index.ts";
import { gateStatesOf } from "../../../../run/index.ts";
import { lanePrefix } from "../lane-prefix.ts";
import { StripTable } from "../StripTable.tsx";
import type { StripFieldProps } from "../strip.ts";
import { words } from "../words.ts";
import { breakerWords } from "./breaker-words.ts";
import { gateLook } from "./gate-look.ts";

const TABLE_ROWS = 12;

export function BreakerTable(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, language } = props;
  const rows = recordings.flatMap((recording, lane) => {
    const states = gateStatesOf(recording, Math.min(frame.timeMs, spanMs));
    const row = (timeMs: number, name: string) => ({
      key: `${lane}-${timeMs}`,
      cells: [lanePrefix(props, lane) + formatSeconds(timeMs, language), name],
    });
    if (states === null) return [row(0, breakerWords.none[language])];
    const { station, steps } = states;
    return steps
      .slice(-TABLE_ROWS)
      .map(({ timeMs, value }) => row(timeMs, gateLook(station, value, language).name));
  });
  const heads = [words.timeAxis[language], breakerWords.state[language]];
  return <StripTable id="breaker" {...{ language, heads, rows }} />;
}
