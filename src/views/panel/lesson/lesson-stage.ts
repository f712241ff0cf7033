/** The stages of a question. */
import { isPredicted, type QuestionProgress } from "../../../store/index.ts";

/** `predict`: nothing is expected yet. `run`: it is played to where the answer shows. `observe`: what was seen? */
export type QuestionStage = "predict" | "run" | "observe" | "verdict";

/** Where somebody stands in it. The verdict never comes before the run was there, unless it is asked for. */
export function stageOf(progress: QuestionProgress): QuestionStage {
  const { seen, reached, shown } = progress;
  if (shown || (seen !== null && reached)) return "verdict";
  if (!isPredicted(progress)) return "predict";
  return reached ? "observe" : "run";
}
