import { defineLoss } from "../../losses.ts";

/** The result of offering an element to a queue: `QueueOfferResult` of Pekko Streams. */
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

/** The queue was completed, or the stream had ended, before the element reached the stage. */
export const QUEUE_CLOSED = defineLoss(
  "pekko-queue-closed",
  "undelivered",
  { ko: "Source.queue가 끝난 뒤라 사라짐", en: "Source.queue was closed" },
  { ko: "끝난 뒤에 옴 {n}", en: "after the end {n}" },
);
