/** What a check of the programs that the page shows is asked, and what it tells. */

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

export interface CodeCheckResult {
  readonly passed: number;
  readonly failed: readonly Failure[];
  /** Why something was not compared; null if all was. */
  readonly skipped: string | null;
}
