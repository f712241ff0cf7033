/** The settings of a run itself: how long it is, and the model of its memory. */
import { intParam, type ValuesOf } from "../params/index.ts";
import { collectorParam } from "./collectors.ts";

export const runParams = [
  intParam({
    key: "durationS",
    link: "T",
    label: { ko: "실행 길이", en: "Run length" },
    unit: "s",
    min: 1,
    max: 600,
    default: 60,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "elementKiB",
    link: "kib",
    label: { ko: "요소 하나의 크기", en: "Element size" },
    unit: "KiB",
    min: 1,
    max: 1024,
    default: 1,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "heapMiB",
    link: "heap",
    label: { ko: "힙 한도", en: "Heap limit" },
    unit: "MiB",
    min: 1,
    max: 8192,
    default: 256,
    scale: "log",
    change: "structural",
  }),
  collectorParam,
  intParam({
    key: "gcMsPerGiB",
    link: "gc",
    label: { ko: "GC 비용", en: "GC cost" },
    unit: "ms",
    min: 0,
    max: 10000,
    default: 0,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "latePercent",
    link: "late",
    label: { ko: "늦는 타이머", en: "Late timers" },
    unit: "percent",
    min: 0,
    max: 100,
    default: 0,
    scale: "linear",
    change: "structural",
  }),
] as const;

export type RunValues = ValuesOf<typeof runParams>;
