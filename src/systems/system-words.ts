/** What the page says of the runs of each system. */
import { type StrategyId, strategyOf } from "./catalogue.ts";
import { kotlinWords } from "./kotlin/words.ts";
import { pekkoWords } from "./pekko/words.ts";
import { reactorWords } from "./reactor/words.ts";
import { rxjavaWords } from "./rxjava/words.ts";
import type { System, SystemWords } from "./system.ts";

const WORDS: Readonly<Record<System["id"], SystemWords>> = {
  kotlin: kotlinWords,
  reactor: reactorWords,
  rxjava: rxjavaWords,
  pekko: pekkoWords,
};

/** The words of the system that a strategy is written for. */
export function wordsOf(strategy: StrategyId): SystemWords {
  return WORDS[strategyOf(strategy).system.id];
}
