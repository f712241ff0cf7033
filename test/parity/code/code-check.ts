/** What a check of the programs that the page shows is asked, and what it tells. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CodeCheckOptions {
  /** Of the random cases. */
  readonly seed: number;
  /** How many cases at least; those that are always compared, and three random ones of each strategy, in any case. */
  readonly cases: number;
  /** Only those whose name holds it; "" for all. */
  readonly only: string;
  /** Where sources and output are left; "" for nowhere. */
  readonly keep: string;
}

/** A case that was not as shown. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

/** Why something was not compared. */
export interface LeftOut {
  readonly why: string;
  /** Whether it is because Maven reaches no repository, which says nothing of programs or checks. */
  readonly unreachable: boolean;
}

export interface CodeCheckResult {
  readonly passed: number;
  readonly failed: readonly Failure[];
  /** Null if all was compared. */
  readonly skipped: LeftOut | null;
}

/** What a check tells that can't begin. */
export function nothingCompared(skipped: LeftOut): CodeCheckResult {
  return { passed: 0, failed: [], skipped };
}

/** Compares cases in the folder that is to be kept, or in one that is there only for as long. */
export function compareInFolder(
  keep: string,
  cases: readonly unknown[],
  compare: (folder: string) => CodeCheckResult,
): CodeCheckResult {
  // No name may hold what is asked for, and no compiler takes an empty list.
  if (cases.length === 0) return { passed: 0, failed: [], skipped: null };
  const folder = keep || mkdtempSync(join(tmpdir(), "parity-code-"));
  try {
    mkdirSync(folder, { recursive: true });
    return compare(folder);
  } finally {
    if (keep === "") rmSync(folder, { recursive: true, force: true });
  }
}
