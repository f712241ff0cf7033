/** The lesson as steps of a lecture, each a card: the question, what was seen, the answer, and why. */
import type { Text } from "../../i18n/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Presenting } from "../../store/index.ts";

export type Step =
  | { readonly kind: "question" | "seen" | "answer" | "why" | "because" }
  | { readonly kind: "twin" | "twinSeen" | "twinAnswer" | "learned" }
  | { readonly kind: "notice"; readonly text: Text };

/** In order. Between a question and what was seen the lecturer plays the run. */
export function stepsOf({ notice }: Pick<Scenario, "notice">): readonly Step[] {
  return [
    { kind: "question" },
    { kind: "seen" },
    { kind: "answer" },
    ...notice.map((text) => ({ kind: "notice" as const, text })),
    { kind: "why" },
    { kind: "because" },
    { kind: "twin" },
    { kind: "twinSeen" },
    { kind: "twinAnswer" },
    { kind: "learned" },
  ];
}

/** The card before or behind the one that is shown. Back from one that is put aside is that one. */
export function stepBeside({ step, aside }: Presenting, by: 1 | -1): number {
  return aside && by < 0 ? step : step + by;
}

/** Which question's run stands beside a step; null for either. */
export function questionOf({ kind }: Step): "own" | "twin" | null {
  if (kind === "learned") return null;
  return kind === "twin" || kind === "twinSeen" || kind === "twinAnswer" ? "twin" : "own";
}
