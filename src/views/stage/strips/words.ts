/** Words of the strips. */
import type { Text } from "../../../i18n/index.ts";

export const words = {
  charts: { ko: "그래프", en: "Charts" },
  produced: { ko: "생산", en: "produced" },
  done: { ko: "처리", en: "done" },
  buffered: { ko: "버퍼", en: "in the buffer" },
  dropped: { ko: "잃음", en: "lost" },
  droppedTotal: { ko: "누적", en: "lost in total" },
  total: { ko: "누적 {n}개", en: "{n} in total" },
  capacity: { ko: "용량 {n}", en: "capacity {n}" },
  capacityAbove: { ko: "용량 {n} ↑", en: "capacity {n} ↑" },
  elements: { ko: "요소 (개)", en: "elements" },
  meanPerSec: { ko: "개/초", en: "elements/s" },
  perSec: { ko: "개/초", en: "/s" },
  pieces: { ko: "개", en: "" },
  timeAxis: { ko: "시간 (초)", en: "time (s)" },
  time: { ko: "{n}초", en: "{n} s" },
  summary: { ko: "{title}, {time}: {values}", en: "{title} at {time}: {values}" },
  tableCaption: { ko: "{title} 값 (시간별)", en: "{title} over time" },
} as const satisfies Record<string, Text>;
