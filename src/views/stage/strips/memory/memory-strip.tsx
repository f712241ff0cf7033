/** The strip of the modelled heap over time, with its limit, and when garbage collections stopped the program. */
import { formatBytes, type Language } from "../../../../i18n/index.ts";
import {
  type HeapPoint,
  heapAt,
  heapOverTime,
  type Recording,
  readRows,
} from "../../../../run/index.ts";
import type { CurvePoint } from "../curves/curve-kind.ts";
import { curveStrip } from "../curves/curve-strip.tsx";
import { SLICE_ROWS, type Strip } from "../strip.ts";
import { Collections } from "./Collections.tsx";

const MIB = 1024 * 1024;

const words = {
  heap: { ko: "힙 (모형)", en: "heap (model)" },
  limit: { ko: "한도 {n}", en: "limit {n}" },
  limitAbove: { ko: "한도 {n} ↑", en: "limit {n} ↑" },
  noUnit: { ko: "", en: "" },
} as const;

/** Converts to MiB, so that the axis has round steps. */
const inMiB = ({ timeMs, heapBytes }: HeapPoint): CurvePoint => ({
  timeMs,
  heapMiB: heapBytes / MIB,
});

const formatMiB = (mib: number, language: Language) => formatBytes(mib * MIB, language);

const curve = curveStrip({
  id: "memory",
  counts: true,
  leastMax: 1,
  showsCapacity: false,
  alerts: [],
  bound: {
    of: ({ heapLimitBytes }: Recording) => heapLimitBytes / MIB,
    name: words.limit,
    above: words.limitAbove,
    format: formatMiB,
  },
  source: {
    at: (recording, timeMs) => inMiB(heapAt(recording, timeMs)),
    over: (recording, range) => heapOverTime(recording, range).map(inMiB),
  },
  axis: formatMiB,
  marks: (props) => <Collections {...props} />,
  measures: [
    {
      field: "heapMiB",
      name: words.heap,
      unit: words.noUnit,
      line: { color: "var(--waiting)", ink: "var(--waiting-ink)", filled: true },
      format: formatMiB,
    },
  ],
});

export const memory: Strip = {
  ...curve,
  // Unlike other curves, it needs the rows that say when collections stopped the program.
  prepare: (recording) => readRows(recording, SLICE_ROWS),
};
