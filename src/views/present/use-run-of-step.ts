/** A hook that puts on the page the run that a card is about: the scenario's own, or that of the twin question. */
import { useEffect } from "react";
import type { Sequel } from "../../scenarios/index.ts";
import { progressOf } from "../../store/index.ts";
import { askOwn, askTwin } from "../panel/lesson/part-of-lesson.ts";
import { usePlayground } from "../playground-context.ts";
import { questionOf, type Step } from "./lesson-steps.ts";

/** Switches runs only when the cards move to the other question, so that the lecturer's changes to a run stay. */
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
