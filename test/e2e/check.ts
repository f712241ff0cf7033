/** What a check is, and the desk that it works at: a browser page of its own, watched. */
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Desk } from "./desk.ts";

export interface Check {
  readonly name: string;
  /** What differs from a desktop window of 1280x720 in English. */
  readonly context?: BrowserContextOptions;
  /** It needs a browser that has not loaded anything yet, or leaves its context changed for good. */
  readonly alone?: boolean;
  /** Problems that the check itself brings about, a network that is away for one. */
  readonly brings?: RegExp;
  run(desk: Desk, page: Page): Promise<void>;
}

export type Checks = readonly Check[];
