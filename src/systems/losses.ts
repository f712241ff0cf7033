/** Rules of loss, and those that more than one strategy uses; a rule of one strategy is declared in that strategy. */
import type { Text } from "../i18n/index.ts";
import type { LossRule } from "../trace/index.ts";

export interface Loss extends LossRule {
  /** What happened to the element, for the event log. */
  readonly event: Text;
  /** How many elements were lost by it, for the picture, with `{n}` for the number. */
  readonly count: Text;
}

/** Declares a rule of loss. Without `count`, the picture uses the usual words for its manner. */
export function defineLoss(
  id: string,
  manner: LossRule["manner"],
  event: Text,
  count: Text = COUNTS[manner],
): Loss {
  return { id, manner, event, count };
}

const COUNTS: Readonly<Record<LossRule["manner"], Text>> = {
  dropped: { ko: "버림 {n}", en: "dropped {n}" },
  rejected: { ko: "거절 {n}", en: "rejected {n}" },
  failed: { ko: "실패 {n}", en: "failed {n}" },
  undelivered: { ko: "전달 못 함 {n}", en: "undelivered {n}" },
};

/** `trySend` refused the element, and the producer dropped it. */
export const REFUSED = defineLoss("refused", "dropped", {
  ko: "trySend가 거절하여 버림",
  en: "rejected by trySend",
});

/** A gate turned the element away before it reached a buffer. */
export const REJECTED = defineLoss("rejected", "rejected", {
  ko: "입구에서 거절됨",
  en: "rejected at the gate",
});

/** Offering the element failed: it never reached a buffer. */
export const FAILED = defineLoss("failed", "failed", { ko: "실패함", en: "failed" });

/** The work on the element failed for good. */
export const FAILED_WORK = defineLoss(
  "failed-work",
  "failed",
  { ko: "처리에 실패함", en: "its work failed" },
  { ko: "처리 실패 {n}", en: "work failed {n}" },
);
