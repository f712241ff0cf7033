/** Words of a jump that takes a while. */
import type { Text } from "../../../i18n/index.ts";

export const reachingWords = {
  reaching: { ko: "{n}초까지 기록하는 중", en: "Recording up to {n} s" },
  soFar: { ko: "지금까지 이벤트 {rows}개", en: "{rows} events so far" },
  standing: { ko: "아직 {n}초, 이벤트 {rows}개째", en: "Still at {n} s: {rows} events so far" },
  stop: { ko: "그만두기", en: "Stop" },
} as const satisfies Record<string, Text>;
