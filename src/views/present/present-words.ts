/** Words of a presentation. */
import type { Text } from "../../i18n/index.ts";

export const presentWords = {
  tools: { ko: "발표 도구", en: "Presenter’s tools" },
  previous: { ko: "이전 카드", en: "Previous card" },
  next: { ko: "다음 카드", en: "Next card" },
  stepOf: { ko: "{n} / {all}", en: "{n} of {all}" },
  blank: { ko: "화면 비우기", en: "Blank the screen" },
  unblank: { ko: "화면 다시 보이기", en: "Show the screen again" },
  keys: { ko: "단축키", en: "Keys" },
  leave: { ko: "발표 끝내기", en: "Leave the presentation" },
  closeCard: { ko: "카드 닫기", en: "Close the card" },
  question: { ko: "예상해 보세요", en: "Your guess" },
  answer: { ko: "답", en: "The answer" },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
} as const satisfies Record<string, Text>;
