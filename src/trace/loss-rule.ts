/**
 * A reason why elements are lost. A rule is a value: the code that loses an element passes the rule itself, and the
 * recorder numbers the rules of a run in the order of their first use.
 */
export interface LossRule {
  /** Unique among all rules; lower case with hyphens. */
  readonly id: string;
  /**
   * How the element is lost. `dropped`: by the rule of a buffer or an operator; `rejected`: by a gate, before it
   * reached a buffer; `failed`: offering it or working on it failed; `undelivered`: its receiver was gone.
   */
  readonly manner: "dropped" | "rejected" | "failed" | "undelivered";
}
