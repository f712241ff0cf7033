/** Loads what a link names: its scenario, and strategies that the scenario does not offer. */
import {
  type Catalogue,
  isScenarioId,
  joined,
  loadScenario,
  loadStrategies,
  plainCatalogue,
  type ScenarioId,
  scenarios,
} from "../scenarios/index.ts";
import type { ParsedLink } from "./parse-link.ts";

/**
 * A catalogue with all that it names, and what is always there. What can't be loaded (no network, say, or no
 * such strategy) is left out: `readParsedLink` says so.
 */
export async function loadLink(link: ParsedLink): Promise<Catalogue> {
  const parts = await Promise.allSettled([
    loadScenario(scenarioIn(link)),
    ...strategiesIn(link).map((id) => loadStrategies([id])),
  ]);
  return parts
    .flatMap((part) => (part.status === "fulfilled" ? [part.value] : []))
    .reduce(joined, plainCatalogue);
}

/** Of `conflated.2` the part before the dot: the rest is the scenario's revision. */
export function scenarioIn({ pairs }: ParsedLink): ScenarioId {
  const [id = ""] = (pairs.get("s") ?? "").split(".");
  return isScenarioId(id) ? id : scenarios[0].id;
}

/** What its lanes call their strategies. */
export function strategiesIn({ pairs }: ParsedLink): string[] {
  return [...pairs].filter(([key]) => /^(\d\.)?k$/.test(key)).map(([, id]) => id);
}
