/** Words of the page's header, and of the groups of scenarios. */
import type { Text } from "../../i18n/index.ts";

export const words = {
  name: { ko: "배압 놀이터", en: "Backpressure Playground" },
  skip: { ko: "그림으로 건너뛰기", en: "Skip to the picture" },
  scenario: { ko: "시나리오", en: "Scenario" },
  start: { ko: "시작", en: "Start here" },
  problems: { ko: "문제", en: "Problems" },
  strategies: { ko: "전략", en: "Strategies" },
  patterns: { ko: "패턴", en: "Patterns" },
  realTime: { ko: "실시간 처리", en: "Real time" },
  tuning: { ko: "조율", en: "Tuning" },
  practice: { ko: "실전", en: "Best practice" },
  panel: { ko: "사이드 패널", en: "Side panel" },
  systems: { ko: "여러 시스템", en: "Systems" },
} as const satisfies Record<string, Text>;
