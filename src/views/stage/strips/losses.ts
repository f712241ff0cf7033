/** The strip of how many elements are lost per second, and how many have been lost in total. */
import { formatCount, formatRate } from "../../../i18n/index.ts";
import { curveStrip } from "./curves/curve-strip.tsx";
import { words } from "./words.ts";

export const losses = curveStrip({
  id: "losses",
  counts: false,
  leastMax: 4,
  showsCapacity: false,
  alerts: ["loss"],
  measures: [
    {
      field: "lostPerSec",
      name: words.lost,
      unit: words.perSec,
      line: { color: "var(--lost)", ink: "var(--lost-ink)", filled: true },
      format: formatRate,
    },
    {
      field: "lost",
      name: words.lostTotal,
      unit: words.pieces,
      line: null,
      format: formatCount,
    },
  ],
});
