/** The strip of how many elements are made per second, and how many are done. */
import { formatRate } from "../../../i18n/index.ts";
import { curveStrip } from "./curves/curve-strip.tsx";
import { words } from "./words.ts";

export const throughput = curveStrip({
  id: "throughput",
  counts: false,
  leastMax: 4,
  showsCapacity: false,
  alerts: [],
  measures: [
    {
      field: "madePerSec",
      name: words.made,
      unit: words.perSec,
      line: { color: "var(--made)", ink: "var(--made-ink)", filled: false },
      format: formatRate,
    },
    {
      field: "donePerSec",
      name: words.done,
      unit: words.perSec,
      line: { color: "var(--done)", ink: "var(--done-ink)", filled: true },
      format: formatRate,
    },
  ],
});
