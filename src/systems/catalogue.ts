/**
 * What there is of strategies, and how it is loaded. The plain ones are always there, in the order in which the page
 * offers them; the others come with the scenario or the link that needs them. What is loaded is a value that is passed on.
 */
import { bounded } from "./kotlin/strategies/plain/bounded.ts";
import { conflated } from "./kotlin/strategies/plain/conflated.ts";
import { dropLatest } from "./kotlin/strategies/plain/drop-latest.ts";
import { dropOldest } from "./kotlin/strategies/plain/drop-oldest.ts";
import { rendezvous } from "./kotlin/strategies/plain/rendezvous.ts";
import { trySend } from "./kotlin/strategies/plain/try-send.ts";
import { unlimited } from "./kotlin/strategies/plain/unlimited.ts";
import type { Strategy } from "./strategy.ts";
import type { LaterStrategyId } from "./strategy-files.ts";

export const channelStrategies = [
  bounded,
  unlimited,
  rendezvous,
  conflated,
  dropOldest,
  dropLatest,
  trySend,
] as const;

export type StrategyId = (typeof channelStrategies)[number]["id"] | LaterStrategyId;

/** Loads the list of all others: beforehand, by who will need some of them and can't say yet which. */
export const loadStrategyFiles = () => import("./strategy-files.ts");

type Files = Readonly<Record<string, () => Promise<Readonly<Record<string, Strategy>>>>>;

/** Loads the strategy of an id; rejects if there is none. */
export async function loadStrategy(id: string): Promise<Strategy<StrategyId>> {
  const plain = channelStrategies.find((strategy) => strategy.id === id);
  if (plain !== undefined) return plain;
  const files: Files = (await loadStrategyFiles()).STRATEGY_FILES;
  const [strategy] = Object.values((await files[id]?.()) ?? {});
  if (strategy?.id !== id) throw new Error(`there is no strategy ${id}`);
  return strategy as Strategy<StrategyId>;
}

/** The strategies that are loaded, by id. It never changes: loading more returns another one. */
export interface StrategyCatalogue {
  readonly strategies: ReadonlyMap<StrategyId, Strategy<StrategyId>>;
}

/** The strategy of that id. Throws if it has not been loaded. */
export function strategyOf(
  { strategies }: StrategyCatalogue,
  id: StrategyId,
): Strategy<StrategyId> {
  const strategy = strategies.get(id);
  if (strategy === undefined) throw new Error(`the strategy ${id} has not been loaded`);
  return strategy;
}
