/** Words for drawing a prediction. */
import type { Text } from "../../../../i18n/index.ts";

export const sketchWords = {
  expected: { ko: "예상하는 대기열 깊이", en: "Queue depth you expect" },
  expectedOf: { ko: "예상하는 대기열 깊이: {lane}", en: "Queue depth you expect for {lane}" },
  of: { ko: "예상: {lane}", en: "expected for {lane}" },
  help: {
    ko: "왼쪽과 오른쪽 화살표는 시간을, 위와 아래 화살표는 깊이를 옮깁니다.",
    en: "Left and right move along the time axis, up and down change the depth.",
  },
  at: { ko: "{time}초에 {depth}개", en: "{depth} at {time} s" },
  nothing: { ko: "{time}초에는 그린 것 없음", en: "nothing drawn at {time} s" },
  here: {
    ko: "여기에 예상하는 깊이를 그리세요",
    en: "Draw the queue depth you expect here",
  },
  hereOf: {
    ko: "여기에 ‘{lane}’의 예상 깊이를 그리세요",
    en: "Draw the depth you expect for “{lane}”",
  },
} as const satisfies Record<string, Text>;
