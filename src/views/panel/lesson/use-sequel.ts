/** A hook for the questions that follow the verdict of a scenario. */
import { useCallback } from "react";
import { loadSequel, type ScenarioId, type Sequel } from "../../../scenarios/index.ts";
import { useLoaded } from "../../kit/deferred.tsx";

/** Returns them once they are loaded, and undefined until then. Key the component that uses it by the scenario. */
export function useSequel(scenario: ScenarioId): Sequel | undefined {
  return useLoaded(useCallback(() => loadSequel(scenario), [scenario]));
}
