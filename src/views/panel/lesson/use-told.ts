/** A hook for whether the answer to the scenario's question is known. What would give it away waits for that. */
import { progressOf } from "../../../store/index.ts";
import { usePlaygroundState, useScenario } from "../../playground-context.ts";
import { stageOf } from "./lesson-stage.ts";

export function useTold(): boolean {
  const { answers } = useScenario();
  const told = usePlaygroundState((state) => stageOf(progressOf(state)) === "verdict");
  // Without a question there is nothing to give away.
  return told || answers.length === 0;
}
