/** Every strategy, in the order in which the page offers them. */
import { bounded } from "./kotlin/bounded.ts";
import { conflated } from "./kotlin/conflated.ts";
import { dropLatest } from "./kotlin/drop-latest.ts";
import { dropOldest } from "./kotlin/drop-oldest.ts";
import { rendezvous } from "./kotlin/rendezvous.ts";
import { trySend } from "./kotlin/try-send.ts";
import { unlimited } from "./kotlin/unlimited.ts";
import type { Strategy } from "./strategy.ts";

export const strategies = [
  bounded,
  unlimited,
  rendezvous,
  conflated,
  dropOldest,
  dropLatest,
  trySend,
] as const;

export type StrategyId = (typeof strategies)[number]["id"];

/** The strategy of that id. */
export function strategyOf(id: StrategyId): Strategy<StrategyId> {
  return strategies.find((strategy) => strategy.id === id) as Strategy<StrategyId>;
}

/** Whether a text (from a link, say) is the id of a strategy. */
export function isStrategyId(text: string): text is StrategyId {
  return strategies.some(({ id }) => id === text);
}
