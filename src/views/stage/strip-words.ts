/** Words of the choice of strips. Their names stand here too: the menu is there before the strips are loaded. */
import type { Text } from "../../i18n/index.ts";
import type { StripId } from "../../scenarios/index.ts";

export const stripWords = {
  strips: { ko: "그래프", en: "Strips" },
  stripsHelp: { ko: "그림 아래의 그래프 (셋까지)", en: "Under the picture (up to three)" },
} as const satisfies Record<string, Text>;

export const stripNames = {
  depth: { ko: "대기열 깊이", en: "Queue depth" },
  throughput: { ko: "처리량", en: "Throughput" },
  losses: { ko: "잃은 요소", en: "Losses" },
  ladder: { ko: "사다리", en: "Ladder" },
  demand: { ko: "남은 요청", en: "Demand" },
  staircase: { ko: "계단", en: "Staircase" },
} as const satisfies Record<StripId, Text>;
