/** Shares of time as a table: how busy, held and idle producers and workers were at a dozen times. */
import type { JSX } from "react";
import { fillIn, formatPercent, formatSeconds } from "../../../../i18n/index.ts";
import { sharesAt } from "../../../../run/index.ts";
import { lanePrefix } from "../lane-prefix.ts";
import { StripTable } from "../StripTable.tsx";
import type { StripFieldProps } from "../strip.ts";
import { tableTimes } from "../table-times.ts";
import { words } from "../words.ts";
import { sharesWords } from "./shares-words.ts";

const COLUMNS = [
  { who: "source", what: "busy", name: sharesWords.sourceBusy },
  { who: "source", what: "held", name: sharesWords.sourceHeld },
  { who: "source", what: "idle", name: sharesWords.sourceIdle },
  { who: "workers", what: "busy", name: sharesWords.workersBusy },
  { who: "workers", what: "held", name: sharesWords.workersHeld },
  { who: "workers", what: "idle", name: sharesWords.workersIdle },
] as const;

export function SharesTable(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, language } = props;
  const lanes = [...recordings.entries()];
  const heads = lanes.flatMap(([lane]) =>
    COLUMNS.map(({ name }) => lanePrefix(props, lane) + name[language]),
  );
  const rows = tableTimes(Math.min(frame.timeMs, spanMs)).map((timeMs) => ({
    key: String(timeMs),
    cells: [
      formatSeconds(timeMs, language),
      ...lanes.flatMap(([, recording]) => {
        const point = sharesAt(recording, timeMs);
        return COLUMNS.map(({ who, what }) =>
          fillIn(sharesWords.percent[language], {
            n: formatPercent(100 * point[who][what], language),
          }),
        );
      }),
    ],
  }));
  const head = words.timeAxis[language];
  return <StripTable id="shares" language={language} heads={[head, ...heads]} rows={rows} />;
}
