/** The stages of a lesson. */
import type { LessonProgress } from "../../../store/index.ts";

/** `predict`: nothing is expected yet. `run`: it is played to where the answer shows. `observe`: what was seen? */
export type LessonStage = "predict" | "run" | "observe" | "verdict";

/** Where somebody stands in it. The verdict never comes before the run was there, unless it is asked for. */
export function stageOf({ guess, seen, reached, shown }: LessonProgress): LessonStage {
  if (shown || (seen !== null && reached)) return "verdict";
  if (guess === null) return "predict";
  return reached ? "observe" : "run";
}
