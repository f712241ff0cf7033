/** The names of the panel and its tabs. */
import type { Text } from "../../i18n/index.ts";

export const tabWords = {
  panel: { ko: "수업과 설정", en: "Lesson and settings" },
  lesson: { ko: "수업", en: "Lesson" },
  settings: { ko: "설정", en: "Settings" },
  strips: { ko: "그래프", en: "Charts" },
  code: { ko: "코드", en: "Code" },
  events: { ko: "이벤트", en: "Events" },
  numbers: { ko: "숫자", en: "Numbers" },
  guide: { ko: "가이드", en: "Guide" },
  width: { ko: "패널의 너비", en: "Panel width" },
} as const satisfies Record<string, Text>;
