/** Words of the strip of calls. */
import type { Text } from "../../../../i18n/index.ts";

export const attemptsWords = {
  answered: { ko: "응답", en: "answered" },
  failed: { ko: "실패", en: "failed" },
  refused: { ko: "거절", en: "rejected" },
  goesOn: { ko: "진행 중", en: "in progress" },
  calls: { ko: "호출", en: "calls" },
  lasted: { ko: "걸린 시간 (초)", en: "lasted (s)" },
  outcome: { ko: "결과", en: "outcome" },
} as const satisfies Record<string, Text>;
