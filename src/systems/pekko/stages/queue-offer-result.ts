import type { LossRule } from "../../../trace/index.ts";

/** What became of an element that was offered to a queue: `QueueOfferResult` of Pekko Streams. */
export type QueueOfferResult =
  | { readonly kind: "Enqueued" }
  | { readonly kind: "Dropped" }
  | { readonly kind: "QueueClosed" }
  | { readonly kind: "Failure"; readonly cause: Error };

export const ENQUEUED: QueueOfferResult = { kind: "Enqueued" };
export const DROPPED: QueueOfferResult = { kind: "Dropped" };
export const CLOSED: QueueOfferResult = { kind: "QueueClosed" };

export function failureOf(cause: Error): QueueOfferResult {
  return { kind: "Failure", cause };
}

/** The queue was completed, or the stream had ended, before the stage heard of the element. */
export const QUEUE_CLOSED: LossRule = { id: "pekko-queue-closed", manner: "undelivered" };
