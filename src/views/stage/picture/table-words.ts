/** Words of the table that says what the picture shows. */
import type { Text } from "../../../i18n/index.ts";

export const tableWords = {
  caption: { ko: "{time}초의 상태", en: "State at {time} s" },
  station: { ko: "위치", en: "Station" },
  state: { ko: "상태", en: "State" },
  elements: { ko: "요소", en: "Elements" },
  before: { ko: "{name} 앞", en: "Before: {name}" },
  empty: { ko: "비어 있음", en: "empty" },
  pausing: { ko: "다음 요소까지 쉬는 중", en: "pausing before the next" },
  awaits: { ko: "스트림의 신호를 기다림", en: "waiting for the stream’s signal" },
  ready: { ko: "곧 진행함", en: "about to continue" },
  working: { ko: "처리 중", en: "working" },
  idle: { ko: "기다림", en: "idle" },
  held: { ko: "멈춤", en: "held" },
  ended: { ko: "끝남", en: "finished" },
  failed: { ko: "실패", en: "failed" },
  cancelled: { ko: "취소됨", en: "cancelled" },
} as const satisfies Record<string, Text>;
