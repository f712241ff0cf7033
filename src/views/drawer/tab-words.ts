/** The names of the drawer and its tabs. */
import type { Text } from "../../i18n/index.ts";

export const tabWords = {
  drawer: { ko: "더 알아보기", en: "Look closer" },
  code: { ko: "Kotlin 코드", en: "Kotlin code" },
  events: { ko: "이벤트 기록", en: "Events" },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
} as const satisfies Record<string, Text>;
