/** The words that the page uses for the runs of each system. */
import { kotlinWords } from "./kotlin/words.ts";
import { nodeWords } from "./node/words.ts";
import { pekkoWords } from "./pekko/words.ts";
import { reactorWords } from "./reactor/words.ts";
import { rxjavaWords } from "./rxjava/words.ts";
import type { Strategy } from "./strategy.ts";
import type { System, SystemWords } from "./system.ts";
import { webWords } from "./web/words.ts";

const WORDS: Readonly<Record<System["id"], SystemWords>> = {
  kotlin: kotlinWords,
  reactor: reactorWords,
  rxjava: rxjavaWords,
  pekko: pekkoWords,
  node: nodeWords,
  web: webWords,
};

/** Returns the words for a strategy's runs: those of its system, replaced by its own where it has some. */
export function wordsOf({ system, words }: Pick<Strategy, "system" | "words">): SystemWords {
  return words === undefined ? WORDS[system.id] : { ...WORDS[system.id], ...words };
}
