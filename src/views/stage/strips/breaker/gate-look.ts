/** How the states of a gate look: their names, heights and colours. */
import { fillIn, type Language } from "../../../../i18n/index.ts";
import type { GateStates } from "../../../../run/index.ts";
import { BreakerState } from "../../../../systems/index.ts";
import { breakerWords } from "./breaker-words.ts";

export interface GateLook {
  readonly name: string;
  /** Height of the step as a share of the band, above 0: the more is rejected, the higher. */
  readonly share: number;
  readonly role: "done" | "working" | "lost";
}

const BREAKER = {
  [BreakerState.CLOSED]: { word: breakerWords.closed, share: 0.34, role: "done" },
  [BreakerState.HALF_OPEN]: { word: breakerWords.halfOpen, share: 0.67, role: "working" },
  [BreakerState.OPEN]: { word: breakerWords.open, share: 1, role: "lost" },
} as const;

export function gateLook(
  station: GateStates["station"],
  value: number,
  language: Language,
): GateLook {
  if (station.kind === "breaker") {
    const { word, share, role } = BREAKER[value as BreakerState];
    return { name: word[language], share, role };
  }
  const most = station.levels.length - 1;
  const name = fillIn(breakerWords.level[language], { n: value });
  const role = value === 0 ? "done" : value < most ? "working" : "lost";
  return { name, share: (value + 1) / (most + 1), role };
}
