/** Words of the answers to the question. */
import type { Text } from "../../../i18n/index.ts";

export const answerWords = {
  answers: { ko: "답", en: "Answers" },
  guessedRight: { ko: "내 예상, 맞았습니다.", en: "Your guess, and it is right." },
  guessedWrong: { ko: "내 예상, 빗나갔습니다.", en: "Your guess, but it is not so." },
  right: { ko: "정답입니다.", en: "This is the answer." },
  again: { ko: "다시 풀기", en: "Try again" },
  changed: {
    ko: "질문은 처음 설정에 대한 것입니다.",
    en: "The question is about the scenario’s own settings.",
  },
  back: { ko: "처음 설정으로", en: "Back to them" },
} as const satisfies Record<string, Text>;
