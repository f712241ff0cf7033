/** Loads what a link names: its scenario, and strategies that the scenario does not offer. */

import { isScenarioId, isScenarioLoaded, loadScenario, scenarios } from "../scenarios/index.ts";
import { isStrategyId, isStrategyLoaded, loadStrategy, type StrategyId } from "../systems/index.ts";

/** Loads it all. What can't be loaded (no network, say) is left out: `readLink` says so. */
export async function loadLink(text: string): Promise<void> {
  await Promise.allSettled([
    loadScenario(scenarioIn(text)),
    ...strategiesIn(text).map(loadStrategy),
  ]);
}

/** Whether all that a link names is there. */
export function isLinkLoaded(text: string): boolean {
  return isScenarioLoaded(scenarioIn(text)) && strategiesIn(text).every(isStrategyLoaded);
}

function scenarioIn(text: string) {
  const id = /(?:^|[#?&])s=([a-z0-9-]*)/.exec(text)?.[1] ?? "";
  return isScenarioId(id) ? id : scenarios[0].id;
}

function strategiesIn(text: string): StrategyId[] {
  const ids = [...text.matchAll(/(?:^|[#?&.])k=([a-z0-9-]*)/g)].map(([, id]) => id ?? "");
  return ids.filter(isStrategyId);
}
