/** Gives the focus to the answers, where a button that is pressed goes away. */
import type { MouseEvent } from "react";

export function toAnswers({ currentTarget }: MouseEvent): void {
  currentTarget.closest("[data-stage]")?.querySelector<HTMLElement>("ol button")?.focus();
}
