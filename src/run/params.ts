/** The settings of a run itself: how long it is, and the model of its memory. */
import { intParam, type ValuesOf } from "../params/index.ts";
import { collectorParam } from "./collectors.ts";

export const runParams = [
  intParam({
    key: "durationS",
    link: "T",
    label: { ko: "실행 길이", en: "Run length" },
    help: {
      ko: "가상 시간으로 몇 초까지 실행할지 정합니다.",
      en: "How many seconds of virtual time the run lasts.",
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
    label: { ko: "요소 하나의 크기", en: "Element size" },
    help: {
      ko: "메모리 모형: 요소 하나의 크기. 실제 JVM을 측정한 값이 아니라 계산한 값입니다.",
      en: "Memory model: the bytes of one element. Calculated, not measured on a JVM.",
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
      ko: "메모리 모형(-Xmx): 끝나지 않은 요소가 이만큼을 넘으면 실행이 ‘메모리 부족’으로 끝납니다.",
      en: "Memory model (-Xmx): when unfinished elements take more than this, the run ends out of memory.",
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
    label: { ko: "GC 비용", en: "GC cost" },
    help: {
      ko: "메모리 모형: (한도 − 살아 있는 바이트)만큼 할당할 때마다 모두가 멈춥니다. 멈추는 시간 = 이 값 × 살아 있는 GiB. 0이면 GC가 없습니다.",
      en: "Memory model: after every (limit − live) bytes allocated, everything stops for this × live GiB. 0: no GC.",
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
      ko: "시계 모형: 실제 기계에서처럼 이 비율의 타이머가 1ms 늦게 울립니다. 0이면 이상적인 시계입니다. 10%일 때 실제 JVM의 결과에 가장 가깝습니다.",
      en: "Clock model: this share of timers fires 1 ms late, as on a real machine. 0: the ideal clock. 10 % comes closest to a real JVM.",
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
