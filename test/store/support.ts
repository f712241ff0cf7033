/** A page as tests see it, without a browser. */
import type { Recording } from "../../src/run/index.ts";
import { createPlayground, type Playground, readLink, writeLink } from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";

export function open(link = ""): Playground {
  return createPlayground({ language: "en", theme: "system" }, readLink(catalogue, link));
}

export const state = (page: Playground) => page.store.getState();

/** The run of a lane. */
export function run(page: Playground, lane = 0): Recording {
  const recording = state(page).recordings[lane];
  if (recording === undefined) throw new Error(`no lane ${lane}`);
  return recording;
}

/** Every row up to and including a time, as text. */
export function past(page: Playground, timeMs: number, lane = 0): string {
  const { trace } = run(page, lane);
  const rows = Array.from({ length: trace.rowsUntil(timeMs) }, (_, row) => [
    ...[trace.timeAt(row), trace.kindAt(row), trace.whoAt(row)],
    ...[trace.elementAt(row), trace.detailAt(row)],
  ]);
  return JSON.stringify(rows);
}

/** Frames of the page, as many as `wallMs` takes. */
export function playFor(page: Playground, wallMs: number, frameMs = 20): void {
  for (let passed = 0; passed < wallMs; passed += frameMs) page.frame(frameMs);
}

export function linkOf(page: Playground): string {
  return writeLink(catalogue, state(page).experiment, state(page).position);
}
