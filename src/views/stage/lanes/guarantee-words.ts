/** Words for what a strategy guarantees. */
import type { Text } from "../../../i18n/index.ts";

export const guaranteeWords = {
  guarantees: { ko: "이 전략의 보장", en: "What this strategy guarantees" },
  bounded: { ko: "버퍼 최대 {n}개", en: "at most {n} buffered" },
  noBuffer: { ko: "버퍼 없음", en: "no buffer" },
  unbounded: { ko: "한도 없음", en: "no bound" },
  lossless: { ko: "하나도 잃지 않음", en: "loses nothing" },
  lossyOldest: { ko: "나중에 온 것부터 버림", en: "loses later arrivals" },
  lossyUnimportant: { ko: "덜 중요한 것부터 버림", en: "drops the least important" },
  lossy: { ko: "잃을 수 있음", en: "may lose elements" },
  lossyNewest: { ko: "오래된 것부터 버림", en: "drops the oldest" },
  holds: { ko: "생산자가 기다림", en: "holds the producer" },
  free: { ko: "생산자는 기다리지 않음", en: "never holds the producer" },
  network: {
    ko: "네트워크 끝에는 한도 없음",
    en: "no bound at the network’s far end",
  },
  inOrder: { ko: "순서대로 꺼냄", en: "keeps order" },
} as const satisfies Record<string, Text>;
