/** Words of a lane: its strategy and its numbers. */
import type { Text } from "../../../i18n/index.ts";

export const laneWords = {
  strategy: { ko: "전략", en: "Strategy" },
  inPerSec: { ko: "생산", en: "Produced" },
  outPerSec: { ko: "완료", en: "Done" },
  depth: { ko: "버퍼", en: "In buffer" },
  waiting: { ko: "send 대기", en: "Sends waiting" },
  dropped: { ko: "잃음", en: "Lost" },
  total: { ko: "누적 {n}", en: "{n} in all" },
  perSec: { ko: "개/초", en: "/s" },
  ofCapacity: { ko: "/ {n}칸", en: "of {n}" },
  heap: { ko: "힙 {n} (모형)", en: "heap {n} (model)" },
  loss: { ko: "손실 {n}%", en: "{n}% lost" },
  waitNote: { ko: "생산자가 기다리는 중", en: "producer held" },
  waitOthers: { ko: "생산자는 계속함", en: "producer goes on" },
  waitNone: { ko: "기다리는 생산자 없음", en: "nobody held" },
} as const satisfies Record<string, Text>;
