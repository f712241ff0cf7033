/** The ids of all strategies, loaded or not. */
import { channelStrategies, type StrategyId } from "./catalogue.ts";
import { type LaterStrategyId, STRATEGY_FILES } from "./strategy-files.ts";

export const strategyIds: readonly StrategyId[] = [
  ...channelStrategies.map(({ id }) => id),
  ...(Object.keys(STRATEGY_FILES) as LaterStrategyId[]),
];

/** Whether a text, from a link for instance, is the id of a strategy. */
export function isStrategyId(text: string): text is StrategyId {
  return (strategyIds as readonly string[]).includes(text);
}
