/** The lesson as the steps of a lecture, each of them a card. */
import type { Text } from "../../i18n/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Presenting } from "../../store/index.ts";

export type Step =
  | { readonly kind: "question" | "seen" | "answer" | "why" | "because" }
  | { readonly kind: "twin" | "twinSeen" | "twinAnswer" | "learned" }
  | { readonly kind: "notice"; readonly text: Text };

/** The steps in order. Between a question and its `seen`, the lecturer plays the run. */
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

/** The number of the card before or after the one that is shown. Back from a card that was put aside is that card. */
export function stepBeside({ step, aside }: Presenting, by: 1 | -1): number {
  return aside && by < 0 ? step : step + by;
}

/** The question whose run belongs to a step; null if either will do. */
export function questionOf({ kind }: Step): "own" | "twin" | null {
  if (kind === "learned") return null;
  return kind === "twin" || kind === "twinSeen" || kind === "twinAnswer" ? "twin" : "own";
}
