/** Calls as a table: the last dozen of every lane, with their durations and outcomes. */
import type { JSX } from "react";
import { formatSeconds } from "../../../../i18n/index.ts";
import { callsOf } from "../../../../run/index.ts";
import { lanePrefix } from "../lane-prefix.ts";
import { StripTable } from "../StripTable.tsx";
import type { StripFieldProps } from "../strip.ts";
import { words } from "../words.ts";
import { attemptsWords } from "./attempts-words.ts";
import { lookAt } from "./call-rows.ts";

const TABLE_ROWS = 12;

export function AttemptsTable(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, language } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  const rows = recordings.flatMap((recording, lane) => {
    const log = callsOf(recording);
    const count = log.countUntil(untilMs);
    const first = Math.max(0, count - TABLE_ROWS);
    return Array.from({ length: count - first }, (_, i) => {
      const place = first + i;
      const { element, fromMs, toMs } = log.at(place);
      return {
        key: `${lane}-${place}`,
        cells: [
          lanePrefix(props, lane) + formatSeconds(fromMs, language),
          String(element),
          formatSeconds(Math.min(toMs, untilMs) - fromMs, language),
          attemptsWords[lookAt(log, place, untilMs)][language],
        ],
      };
    });
  });
  const heads = [words.timeAxis, words.element, attemptsWords.lasted, attemptsWords.outcome].map(
    (word) => word[language],
  );
  return <StripTable id="attempts" {...{ language, heads, rows }} />;
}
