/** The options and results of a check of the programs that the page shows. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CodeCheckOptions {
  /** The seed of the random cases. */
  readonly seed: number;
  /** The least number of cases. The fixed ones and three random ones of each strategy are compared in any case. */
  readonly cases: number;
  /** Compares only cases whose name contains it; "" for all. */
  readonly only: string;
  /** The folder in which sources and output are left; "" for none. */
  readonly keep: string;
}

/** A case in which the real program did not do what the page shows. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

/** Why something was not compared. */
export interface LeftOut {
  readonly why: string;
  /** Whether the reason is that Maven reaches no repository, which is no fault of programs or checks. */
  readonly unreachable: boolean;
}

export interface CodeCheckResult {
  readonly passed: number;
  readonly failed: readonly Failure[];
  /** Null if all was compared. */
  readonly skipped: LeftOut | null;
}

/** Returns the result of a check that can't begin. */
export function nothingCompared(skipped: LeftOut): CodeCheckResult {
  return { passed: 0, failed: [], skipped };
}

/** Compares cases in the folder `keep`, or, if that is "", in a temporary folder that is removed afterwards. */
export function compareInFolder(
  keep: string,
  cases: readonly unknown[],
  compare: (folder: string) => CodeCheckResult,
): CodeCheckResult {
  // No name may match, and no compiler takes an empty list.
  if (cases.length === 0) return { passed: 0, failed: [], skipped: null };
  const folder = keep || mkdtempSync(join(tmpdir(), "parity-code-"));
  try {
    mkdirSync(folder, { recursive: true });
    return compare(folder);
  } finally {
    if (keep === "") rmSync(folder, { recursive: true, force: true });
  }
}
