/** The stages of a question. */
import { isPredicted, type QuestionProgress } from "../../../store/index.ts";

/**
 * `predict`: the reader has not predicted anything yet. `run`: the run has to be played to where the answer shows.
 * `observe`: the reader is asked what was to be seen. `verdict`: the answer is shown.
 */
export type QuestionStage = "predict" | "run" | "observe" | "verdict";

/** The stage of a question. The verdict never comes before the run has been there, unless the reader asks for it. */
export function stageOf(progress: QuestionProgress): QuestionStage {
  const { seen, reached, shown } = progress;
  if (shown || (seen !== null && reached)) return "verdict";
  if (!isPredicted(progress)) return "predict";
  return reached ? "observe" : "run";
}
