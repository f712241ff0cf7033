/**
 * Setup of every test file: laws that name no number of runs take the usual number, and each test notes how
 * much it has checked, for the tally reporter to add up.
 */
import fc from "fast-check";
import { TestRunner } from "vitest";
import { rounds, USUAL_ROUNDS } from "./rounds.ts";

/** The counts that are added up over all tests. */
export interface Tally {
  /** Recordings of a real library that were replayed and compared. */
  recordings?: number;
  /** Random runs, counted by fast-check. */
  randomRuns?: number;
}

declare module "vitest" {
  interface TaskMeta extends Tally {}
}

/** Notes that the running test has replayed `count` recordings, or checked `count` random runs. */
export function note(what: keyof Tally, count: number): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error(`${what} can only be noted while a test runs`);
  test.meta[what] = (test.meta[what] ?? 0) + count;
}

function report(details: fc.RunDetails<unknown>): void {
  note("randomRuns", details.numRuns);
  if (details.failed) {
    throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  }
}

fc.configureGlobal({ numRuns: rounds(USUAL_ROUNDS), reporter: report });
