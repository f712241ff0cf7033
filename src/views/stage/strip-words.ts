/** Words of the choice of strips. It includes their names, because the menu is there before the strips are loaded. */
import type { Text } from "../../i18n/index.ts";
import type { StripId } from "../../scenarios/index.ts";

export const stripWords = {
  strips: { ko: "그래프", en: "Strips" },
  stripsHelp: { ko: "그림 아래의 그래프 (셋까지)", en: "Under the picture (up to three)" },
} as const satisfies Record<string, Text>;

export const stripNames = {
  depth: { ko: "대기열 깊이", en: "Queue depth" },
  throughput: { ko: "처리량", en: "Throughput" },
  losses: { ko: "손실", en: "Losses" },
  "loss-rate": { ko: "손실률", en: "Loss rate" },
  waits: { ko: "대기 시간 (ms)", en: "Waits (ms)" },
  memory: { ko: "메모리", en: "Memory" },
  demand: { ko: "남은 요청", en: "Demand" },
  ladder: { ko: "사다리", en: "Ladder" },
  staircase: { ko: "계단", en: "Staircase" },
  shares: { ko: "시간 배분", en: "Use of time" },
  attempts: { ko: "호출", en: "Calls" },
  arrived: { ko: "도착한 값", en: "Arrivals" },
  breaker: { ko: "서킷 브레이커·단계", en: "Breaker, level" },
} as const satisfies Record<StripId, Text>;
