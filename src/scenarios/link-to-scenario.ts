/** Links that lead to a scenario before it is loaded. */
import { entryOf, type ScenarioId } from "./registry.ts";

/** A link that opens a scenario as it is today: what stands after `#` in the address, without the version. */
export function linkToScenario(id: ScenarioId): string {
  const { revision } = entryOf(id);
  return revision === 1 ? `s=${id}` : `s=${id}.${revision}`;
}
