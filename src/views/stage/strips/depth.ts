/** The strip of how many elements wait in buffers. */
import { formatCount } from "../../../i18n/index.ts";
import type { CurveKind } from "./curves/curve-kind.ts";
import { curveStrip } from "./curves/curve-strip.tsx";
import { words } from "./words.ts";

export const depthKind: CurveKind = {
  id: "depth",
  counts: true,
  leastMax: 4,
  showsCapacity: true,
  alerts: ["depth", "wait"],
  measures: [
    {
      field: "depth",
      name: words.waiting,
      unit: words.pieces,
      line: { color: "var(--waiting)", ink: "var(--waiting-ink)", filled: true },
      format: formatCount,
    },
  ],
};

export const depth = curveStrip(depthKind);
