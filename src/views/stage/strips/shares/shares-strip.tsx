/**
 * The strip of how producers and workers spend their time: busy from below, held from above, idle in between. Each
 * value covers the window of time before it, rather than all the time since the start, so that changes are visible.
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

/**
 * How busy the workers are, and how much the producers are held, or the workers where they may have to wait for a
 * thread or an answer. With several lanes, only how busy the workers are.
 */
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

/** A share in whole percent, for several lanes. It reads 0 or 100 only if it is exactly that. */
function wholePercent(share: number, language: Language): string {
  if (Number.isNaN(share)) return "–";
  const whole = Math.round(100 * share);
  const n = share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return fillIn(sharesWords.percent[language], { n });
}
