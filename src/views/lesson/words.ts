import type { Text } from "../../i18n/index.ts";

export const words = {
  question: { ko: "먼저 예상해 보세요", en: "First, your guess" },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
  claims: {
    ko: "이 페이지의 주장 (테스트로 확인됨)",
    en: "What this page claims (checked by tests)",
  },
  with: { ko: "{strategy}: {text}", en: "{strategy}: {text}" },
  advice: { ko: "언제 쓰나", en: "When to use it" },
} as const satisfies Record<string, Text>;
