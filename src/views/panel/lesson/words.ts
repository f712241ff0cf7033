/** Words of the lesson. */
import type { Text } from "../../../i18n/index.ts";

export const words = {
  question: { ko: "먼저 예상해 보세요", en: "First, your guess" },
  takenAway: { ko: "이 수업에서 배운 것", en: "What you take away" },
  goal: { ko: "이 수업이 끝나면", en: "After this you can" },
  minutes: { ko: "약 {minutes}분", en: "about {minutes} min" },
  before: { ko: "먼저 볼 것: {name}", en: "builds on: {name}" },
  nextLesson: { ko: "다음 수업: {name}", en: "Next lesson: {name}" },
  later: {
    ko: "눈여겨볼 것과 확인된 사실, 실제 기계에서 일어난 일은 답과 함께 나옵니다.",
    en: "What to notice, what holds and what a real machine did come with the answer.",
  },
  notice: { ko: "눈여겨볼 것", en: "What to notice" },
  claims: {
    ko: "시나리오의 처음 설정이나 문장에 적힌 설정에서 성립하는 것 (테스트로 확인함)",
    en: "What holds with the scenario’s own settings, or with those that a claim names (checked by tests)",
  },
  elsewhere: { ko: "지금 설정과 다름", en: "not this run" },
  with: { ko: "{strategy}: {text}", en: "{strategy}: {text}" },
  advice: { ko: "언제 쓰나", en: "When to use it" },
  pairs: { ko: "둘씩 비교하면", en: "In pairs" },
  same: { ko: "같음", en: "same" },
  different: { ko: "다름", en: "different" },
  next: { ko: "이어서 해 볼 것", en: "What to try next" },
  practice: {
    ko: "실전 가이드: 질문으로 전략 고르기",
    en: "Best practice: choose a strategy by answering questions",
  },
} as const satisfies Record<string, Text>;
