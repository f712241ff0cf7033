/**
 * The catalogue of strategies. The plain strategies are part of the first load, in the order in which the page offers
 * them; the others are loaded with the scenario or link that needs them. A catalogue of loaded strategies is a value
 * that is passed to the functions that need it.
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

/** Loads the list of all other strategies. Call it early to save time if some will be needed, though not yet which. */
export const loadStrategyFiles = () => import("./strategy-files.ts");

type Files = Readonly<Record<string, () => Promise<Readonly<Record<string, Strategy>>>>>;

/** Loads the strategy with that id; rejects if there is none. */
export async function loadStrategy(id: string): Promise<Strategy<StrategyId>> {
  const plain = channelStrategies.find((strategy) => strategy.id === id);
  if (plain !== undefined) return plain;
  const files: Files = (await loadStrategyFiles()).STRATEGY_FILES;
  const [strategy] = Object.values((await files[id]?.()) ?? {});
  if (strategy?.id !== id) throw new Error(`there is no strategy ${id}`);
  return strategy as Strategy<StrategyId>;
}

/** The loaded strategies, by id. A catalogue never changes: loading a strategy makes a new one. */
export interface StrategyCatalogue {
  readonly strategies: ReadonlyMap<StrategyId, Strategy<StrategyId>>;
}

/** Returns the strategy with that id. Throws if it has not been loaded. */
export function strategyOf(
  { strategies }: StrategyCatalogue,
  id: StrategyId,
): Strategy<StrategyId> {
  const strategy = strategies.get(id);
  if (strategy === undefined) throw new Error(`the strategy ${id} has not been loaded`);
  return strategy;
}
