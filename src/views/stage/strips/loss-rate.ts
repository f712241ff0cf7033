/** The strip of the share of elements that were lost: over the last window of time, and since the start. */
import { formatCount, formatPercent } from "../../../i18n/index.ts";
import { lossesAt, lossesOverTime } from "../../../run/index.ts";
import { curveStrip } from "./curves/curve-strip.tsx";

const words = {
  recent: { ko: "최근 구간", en: "last window" },
  soFar: { ko: "시작부터", en: "since the start" },
  percent: { ko: "%", en: " %" },
} as const;

export const lossRate = curveStrip({
  id: "loss-rate",
  counts: true,
  leastMax: 100,
  showsCapacity: false,
  alerts: ["loss"],
  source: { at: lossesAt, over: lossesOverTime },
  mostMax: 100,
  axis: (percent, language) => formatCount(percent, language) + words.percent[language],
  measures: [
    {
      field: "recentLossPercent",
      name: words.recent,
      unit: words.percent,
      line: { color: "var(--lost)", ink: "var(--lost-ink)", filled: true },
      format: formatPercent,
    },
    {
      field: "lossSoFarPercent",
      name: words.soFar,
      unit: words.percent,
      line: { color: "var(--ink-soft)", ink: "var(--ink-soft)", filled: false },
      format: formatPercent,
    },
  ],
});
