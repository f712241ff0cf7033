/** Words of the table that stands for the picture; loaded with it. */
import type { Text } from "../../i18n/index.ts";

export const tableWords = {
  caption: { ko: "{time}초의 상태", en: "State at {time} s" },
  station: { ko: "곳", en: "Station" },
  state: { ko: "상태", en: "State" },
  element: { ko: "요소", en: "Element" },
  buffer: { ko: "버퍼에 {n}개, 앞에서부터 {first}", en: "{n} in the buffer, first {first}" },
  bufferEmpty: { ko: "비어 있음", en: "empty" },
  waiting: { ko: "기다리는 send {n}개", en: "sends waiting: {n}" },
} as const satisfies Record<string, Text>;
