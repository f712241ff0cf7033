/** What a check of the programs that the page shows is asked, and what it tells. */

export interface CodeCheckOptions {
  /** Of the random cases. */
  readonly seed: number;
  /** How many cases at least; every check has a least number of its own. */
  readonly cases: number;
  /** Only those whose name holds it; "" for all. */
  readonly only: string;
  /** Where sources and output are left; "" for nowhere. */
  readonly keep: string;
}

export interface CodeCheckResult {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** Why something was not compared; null if all was. */
  readonly skipped: string | null;
}
