/** Moves the focus to the answers when the pressed button is about to disappear. */
import type { MouseEvent } from "react";

export function toAnswers({ currentTarget }: MouseEvent): void {
  currentTarget.closest("[data-stage]")?.querySelector<HTMLElement>("ol button")?.focus();
}
