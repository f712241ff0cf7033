/** The names of the drawer and its tabs. */
import type { Text } from "../../i18n/index.ts";

export const tabWords = {
  drawer: { ko: "더 알아보기", en: "Look closer" },
  code: { ko: "Kotlin 코드", en: "Kotlin code" },
  numbers: { ko: "숫자", en: "Numbers" },
  events: { ko: "이벤트 기록", en: "Events" },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
  reality: { ko: "주장과 실제", en: "Claim and reality" },
  practice: { ko: "실전 가이드", en: "Best practice" },
} as const satisfies Record<string, Text>;
