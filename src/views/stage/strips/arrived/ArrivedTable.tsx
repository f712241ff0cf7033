/** Arrivals as a table: the last dozen of every lane. */
import type { JSX } from "react";
import { formatSeconds } from "../../../../i18n/index.ts";
import { arrivalsOf } from "../../../../run/index.ts";
import { lanePrefix } from "../lane-prefix.ts";
import { StripTable } from "../StripTable.tsx";
import type { StripFieldProps } from "../strip.ts";
import { words } from "../words.ts";
import { arrivedWords } from "./arrived-words.ts";

const TABLE_ROWS = 12;

export function ArrivedTable(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, language } = props;
  const hasKinds = recordings.some(({ kinds }) => kinds !== null);
  const rows = recordings.flatMap((recording, lane) => {
    const { trace, kinds } = recording;
    const log = arrivalsOf(recording, null);
    const count = log.countUntil(Math.min(frame.timeMs, spanMs));
    const first = Math.max(0, count - TABLE_ROWS);
    return Array.from({ length: count - first }, (_, i) => {
      const element = trace.elementAt(log.at(first + i));
      const kind = kinds?.names[kinds.of(element)]?.[language] ?? "";
      return {
        key: `${lane}-${first + i}`,
        cells: [
          lanePrefix(props, lane) + formatSeconds(log.timeAt(first + i), language),
          String(element),
          ...(hasKinds ? [kind] : []),
        ],
      };
    });
  });
  const heads = [words.timeAxis, words.element, ...(hasKinds ? [arrivedWords.kind] : [])].map(
    (word) => word[language],
  );
  return <StripTable id="arrived" {...{ language, heads, rows }} />;
}
