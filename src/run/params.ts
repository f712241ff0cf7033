/** The settings of a run itself: how long it is, and the model of its memory. */
import { intParam, type ValuesOf } from "../params/index.ts";
import { collectorParam } from "./collectors.ts";

export const runParams = [
  intParam({
    key: "durationS",
    link: "T",
    label: { ko: "실행 길이", en: "Length of the run" },
    help: {
      ko: "가상 시간으로 몇 초까지 실행할지.",
      en: "How many seconds of virtual time are run.",
    },
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
    label: { ko: "요소 하나의 크기", en: "Size of an element" },
    help: {
      ko: "메모리 모형: 요소 하나의 바이트.",
      en: "Model of memory: the bytes of an element.",
    },
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
    help: {
      ko: "메모리 모형(-Xmx): 요소들이 이만큼을 넘으면 실행이 ‘메모리 부족’으로 끝납니다.",
      en: "Model of memory (-Xmx): when elements take more than this, the run ends out of memory.",
    },
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
    label: { ko: "GC 비용", en: "Cost of GC" },
    help: {
      ko: "메모리 모형: 수집할 때마다 모두가 이 값 × 살아 있는 GiB만큼 멈춥니다. 0이면 GC가 없습니다.",
      en: "Model of memory: each collection stops everything for this × live GiB. 0: no collections.",
    },
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
    help: {
      ko: "시계 모형: 이만큼의 타이머가 1ms 늦게 울립니다. 0이면 이상적인 시계이고, 실제 JVM에는 10%가 가장 가깝습니다.",
      en: "Model of a clock: so many timers fire 1 ms late. 0: the ideal clock. 10 % comes closest to a real JVM.",
    },
    unit: "percent",
    min: 0,
    max: 100,
    default: 0,
    scale: "linear",
    change: "structural",
  }),
] as const;

export type RunValues = ValuesOf<typeof runParams>;
