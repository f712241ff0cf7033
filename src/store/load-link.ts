/** Loads what a link names: its scenario, and strategies that the scenario does not offer. */
import {
  isScenarioId,
  isScenarioLoaded,
  loadScenario,
  type ScenarioId,
  scenarios,
} from "../scenarios/index.ts";
import { isStrategyId, isStrategyLoaded, loadStrategy, type StrategyId } from "../systems/index.ts";
import type { ParsedLink } from "./parse-link.ts";

/** Loads it all. What can't be loaded (no network, say) is left out: `readParsedLink` says so. */
export async function loadLink(link: ParsedLink): Promise<void> {
  await Promise.allSettled([
    loadScenario(scenarioIn(link)),
    ...strategiesIn(link).map(loadStrategy),
  ]);
}

/** Whether all that a link names is there. */
export function isLinkLoaded(link: ParsedLink): boolean {
  return isScenarioLoaded(scenarioIn(link)) && strategiesIn(link).every(isStrategyLoaded);
}

/** Of `conflated.2` the part before the dot: the rest is the scenario's revision. */
function scenarioIn({ pairs }: ParsedLink): ScenarioId {
  const [id = ""] = (pairs.get("s") ?? "").split(".");
  return isScenarioId(id) ? id : scenarios[0].id;
}

function strategiesIn({ pairs }: ParsedLink): StrategyId[] {
  return [...pairs]
    .filter(([key]) => /^(\d\.)?k$/.test(key))
    .map(([, id]) => id)
    .filter(isStrategyId);
}
