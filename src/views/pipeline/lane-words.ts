/** Words of a lane: its numbers and what its strategy guarantees. */
import type { Text } from "../../i18n/index.ts";

export const laneWords = {
  strategy: { ko: "전략", en: "Strategy" },
  inPerSec: { ko: "생산", en: "Produced" },
  outPerSec: { ko: "완료", en: "Done" },
  depth: { ko: "버퍼", en: "In buffer" },
  waiting: { ko: "send 대기", en: "Sends waiting" },
  dropped: { ko: "버림", en: "Dropped" },
  total: { ko: "누적 {n}", en: "{n} in all" },
  perSec: { ko: "개/초", en: "/s" },
  ofCapacity: { ko: "/ {n}칸", en: "of {n}" },
  heap: { ko: "힙 {n} (모형)", en: "heap {n} (model)" },
  loss: { ko: "손실 {n}%", en: "{n}% lost" },
  waitNote: { ko: "생산자가 기다리는 중", en: "producer held" },
  waitNone: { ko: "기다리는 생산자 없음", en: "nobody held" },
  guarantees: { ko: "이 전략의 보장", en: "What this strategy guarantees" },
  bounded: { ko: "버퍼 최대 {n}개", en: "at most {n} buffered" },
  noBuffer: { ko: "버퍼 없음", en: "no buffer" },
  unbounded: { ko: "한도 없음", en: "no bound" },
  lossless: { ko: "하나도 잃지 않음", en: "loses nothing" },
  lossyOldest: { ko: "새로 온 것부터 버림", en: "loses the newest" },
  lossyNewest: { ko: "오래된 것부터 버림", en: "loses the oldest" },
  holds: { ko: "생산자가 기다림", en: "holds the producer" },
  free: { ko: "생산자는 기다리지 않음", en: "never holds the producer" },
  inOrder: { ko: "순서 유지", en: "in order" },
} as const satisfies Record<string, Text>;
