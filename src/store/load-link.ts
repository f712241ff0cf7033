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
 * Returns a catalogue with everything that the link names, and what is always loaded. What can't be loaded (no network,
 * or no such strategy) is left out, and `readParsedLink` reports it.
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

/** The part of `conflated.2` before the dot; the rest is the scenario's revision. */
export function scenarioIn({ pairs }: ParsedLink): ScenarioId {
  const [id = ""] = (pairs.get("s") ?? "").split(".");
  return isScenarioId(id) ? id : scenarios[0].id;
}

/** The ids of strategies that the link's lanes name. */
export function strategiesIn({ pairs }: ParsedLink): string[] {
  return [...pairs].filter(([key]) => /^(\d\.)?k$/.test(key)).map(([, id]) => id);
}
