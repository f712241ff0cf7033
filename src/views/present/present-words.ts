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
  leave: { ko: "발표 끝내기", en: "Leave presentation" },
  closeCard: { ko: "카드 닫기", en: "Close the card" },
  question: { ko: "예상해 보세요", en: "Your guess" },
  seen: { ko: "무엇을 보았습니까?", en: "What did you see?" },
  answer: { ko: "답", en: "The answer" },
  why: { ko: "왜 그럴까요?", en: "Why is that?" },
  because: { ko: "까닭", en: "Because" },
  twin: { ko: "같은 질문, 다른 숫자", en: "The same question, other numbers" },
  twinSeen: { ko: "무엇을 보았습니까?", en: "What did you see?" },
  twinAnswer: { ko: "답", en: "The answer" },
  learned: { ko: "배운 것", en: "What you take away" },
  playFirst: {
    ko: "먼저 재생하세요. 답이 보이는 곳에서 멈춥니다.",
    en: "Play it first: the run pauses where the answer shows.",
  },
  sealed: {
    ko: "답은 실행이 그 순간을 지난 뒤에 나옵니다.",
    en: "The answer appears once the run has reached it.",
  },
  play: { ko: "답까지 재생", en: "Play to the answer" },
  show: { ko: "답 바로 보기", en: "Just show me" },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
} as const satisfies Record<string, Text>;
