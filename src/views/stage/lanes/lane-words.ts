/** Words of a lane: its strategy and its numbers. */
import type { Text } from "../../../i18n/index.ts";

export const laneWords = {
  strategy: { ko: "전략", en: "Strategy" },
  lane: { ko: "줄 {n}: {name}", en: "Lane {n}: {name}" },
  made: { ko: "생산", en: "made" },
  waiting: { ko: "대기", en: "waiting" },
  done: { ko: "완료", en: "done" },
  lost: { ko: "손실", en: "lost" },
  perSec: { ko: "{n}/초", en: "{n}/s" },
  noBound: { ko: "한도 없음", en: "no bound" },
  share: { ko: "{n}%", en: "{n} %" },
  sourceHeld: { ko: "생산자", en: "producer" },
} as const satisfies Record<string, Text>;
