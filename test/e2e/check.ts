/** A check of the built page: it works on a fresh browser page, which is watched for errors. */
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Desk } from "./desk.ts";

export interface Check {
  readonly name: string;
  /** Options of its context that differ from a desktop window of 1280x720 in English. */
  readonly context?: BrowserContextOptions;
  /** Set if it needs a context that has loaded nothing yet, or if it changes its context for good. */
  readonly alone?: boolean;
  /** Matches the problems that the check itself causes, for example by taking the network away. */
  readonly brings?: RegExp;
  run(desk: Desk, page: Page): Promise<void>;
}

export type Checks = readonly Check[];
