/** A page for tests: a fresh playground, and parts of the page drawn with it. */
import { act, type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Language } from "../../src/i18n/index.ts";
import type { Recording, RunState } from "../../src/run/index.ts";
import type { Catalogue } from "../../src/scenarios/index.ts";
import { createPlayground, type Playground, readLink } from "../../src/store/index.ts";
import { PlaygroundContext } from "../../src/views/playground-context.ts";
import { catalogue } from "../support/everything.ts";

/** The playground that a link opens, with everything loaded unless another catalogue is given. */
export function openPlayground(
  link = "",
  language: Language = "en",
  loaded: Catalogue = catalogue,
): Playground {
  return createPlayground({ language, theme: "light" }, readLink(loaded, link));
}

/** Draws a part of the page. */
export function show(playground: Playground, part: ReactNode): RenderResult {
  return render(<PlaygroundContext value={playground}>{part}</PlaygroundContext>);
}

/** Does something that React doesn't see, and lets the page follow. */
export function doing(action: () => void): void {
  act(action);
}

/** The recording of a lane. */
export function laneRecording({ store }: Playground, lane = 0): Recording {
  const recording = store.getState().recordings[lane];
  if (recording === undefined) throw new Error(`no lane ${lane}`);
  return recording;
}

/** The current state of a lane; read it at once, because it changes. */
export function laneState(playground: Playground, lane = 0): RunState {
  const { timeMs, rows } = playground.position();
  const { history, trace } = laneRecording(playground, lane);
  return history.stateAtRow(lane === 0 && rows !== null ? rows : trace.rowsUntil(timeMs));
}

/** The only element of the page that matches a selector. */
export function part<T extends Element = HTMLElement>(selector: string): T {
  const found = [...document.querySelectorAll<T>(selector)];
  if (found.length !== 1) throw new Error(`${found.length} of ${selector}`);
  return found[0] as T;
}

/** The text of the only element that matches a selector, with single spaces. */
export function textOf(selector: string): string {
  return (part(selector).textContent ?? "").replace(/\s+/g, " ").trim();
}
