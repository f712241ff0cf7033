/**
 * Why an element is lost. A rule is a value: the code that loses an element passes the rule itself, and the trace
 * numbers the rules of a run in the order of their first use.
 */
export interface LossRule {
  /** Unique among all rules; lower case with hyphens. */
  readonly id: string;
  /**
   * `dropped`: by a buffer's or an operator's rule; `rejected`: by a gate, before it reached a buffer;
   * `failed`: making it or working on it failed; `undelivered`: its receiver was gone.
   */
  readonly manner: "dropped" | "rejected" | "failed" | "undelivered";
}
