/** Keeps the run beside a card the one that it speaks of, as a hook: the scenario's own, or the twin question's. */
import { useEffect } from "react";
import type { Sequel } from "../../scenarios/index.ts";
import { progressOf } from "../../store/index.ts";
import { askOwn, askTwin } from "../panel/lesson/part-of-lesson.ts";
import { usePlayground } from "../playground-context.ts";
import { questionOf, type Step } from "./lesson-steps.ts";

/** What a lecturer changes in a run stays, until the cards go on to the other question. */
export function useRunOfStep(step: Step | undefined, sequel: Sequel | undefined): void {
  const playground = usePlayground();
  const question = step === undefined ? null : questionOf(step);
  useEffect(() => {
    if (question === null || sequel === undefined) return;
    const isTwin = progressOf(playground.store.getState()).part === "twin";
    if (question === "twin" && !isTwin) askTwin(playground, sequel.twin);
    if (question === "own" && isTwin) askOwn(playground);
  }, [playground, question, sequel]);
}
