/**
 * How producers and workers spend their time, over the window of the figures before each moment: busy from below,
 * held from above, idle in between. A window and no average since the start: one sees when it turns.
 */
import { fillIn, formatPercent, type Language } from "../../../../i18n/index.ts";
import { readShares, sharesAt } from "../../../../run/index.ts";
import { SLICE_ROWS, type Strip, type StripInput, type StripValue } from "../strip.ts";
import { SharesField } from "./SharesField.tsx";
import { SharesTable } from "./SharesTable.tsx";
import { sharesWords } from "./shares-words.ts";

export const shares: Strip = {
  prepare: (recording) => readShares(recording, SLICE_ROWS),
  valuesAt,
  field: (props) => <SharesField {...props} />,
  table: (props) => <SharesTable {...props} />,
};

/** How much the workers work, and who is held: the producers, or workers that wait for a thread or an answer. Of several lanes the first. */
function valuesAt({ recordings, language }: StripInput, timeMs: number): StripValue[] {
  const percent = (share: number) =>
    fillIn(sharesWords.percent[language], { n: formatPercent(100 * share, language) });
  const several = recordings.length > 1;
  return recordings.flatMap((recording, lane) => {
    const { source, workers } = sharesAt(recording, timeMs);
    const busy: StripValue = {
      key: `busy${lane}`,
      name: sharesWords.workersBusy[language],
      text: several ? wholePercent(workers.busy, language) : percent(workers.busy),
      color: "var(--working-ink)",
      lane,
    };
    if (several) return [busy];
    const canBeHeld = recording.topology.stations.some(
      ({ kind }) => kind === "threads" || kind === "call",
    );
    const held: StripValue = {
      key: `held${lane}`,
      name: (canBeHeld ? sharesWords.workersHeld : sharesWords.sourceHeld)[language],
      text: percent((canBeHeld ? workers : source).held),
      color: "var(--held-ink)",
      lane,
    };
    return [held, busy];
  });
}

/** Of many there is room for whole numbers; it reads 0 or 100 only where it is. */
function wholePercent(share: number, language: Language): string {
  if (Number.isNaN(share)) return "–";
  const whole = Math.round(100 * share);
  const n = share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return fillIn(sharesWords.percent[language], { n });
}
