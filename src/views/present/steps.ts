/** The lesson as steps of a lecture: the question, the answer, what there is to notice. */

import type { Text } from "../../i18n/index.ts";
import type { Answer, Scenario } from "../../scenarios/index.ts";

export type Step =
  | { readonly kind: "question"; readonly text: Text; readonly answers: readonly Answer[] }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "notice"; readonly text: Text };

/** In order; between question and answer the lecturer plays the run. */
export function stepsOf({ question, answers, notice }: Scenario): readonly Step[] {
  return [
    { kind: "question", text: question, answers },
    ...answers.filter(({ right }) => right).map((answer) => ({ kind: "answer" as const, answer })),
    ...notice.map((text) => ({ kind: "notice" as const, text })),
  ];
}
