/** What follows the verdict of the scenario on the page, as a hook. */
import { useCallback } from "react";
import { loadSequel, type ScenarioId, type Sequel } from "../../../scenarios/index.ts";
import { useLoaded } from "../../kit/deferred.tsx";

/** Undefined until it is there. Whoever uses it must not outlive the scenario: it is keyed by it. */
export function useSequel(scenario: ScenarioId): Sequel | undefined {
  return useLoaded(useCallback(() => loadSequel(scenario), [scenario]));
}
