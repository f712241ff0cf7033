/** Rules of loss that RxJava and Reactor have in common. */
import { defineLoss } from "../losses.ts";

/** An error did not wait for the elements before it. */
export const OVERTAKEN = defineLoss(
  "overtaken",
  "undelivered",
  { ko: "오류가 앞질러 사라짐", en: "overtaken by an error" },
  { ko: "오류에 밀려 사라짐 {n}", en: "overtaken by an error {n}" },
);

/** The subscriber had cancelled. */
export const CANCELLED = defineLoss(
  "cancelled",
  "undelivered",
  { ko: "구독이 취소되어 사라짐", en: "the subscription was cancelled" },
  { ko: "취소되어 사라짐 {n}", en: "lost by cancellation {n}" },
);

/** It came after the stream had ended. */
export const AFTER_END = defineLoss(
  "after-end",
  "undelivered",
  { ko: "스트림이 끝난 뒤에 와서 사라짐", en: "came after the end of the stream" },
  { ko: "끝난 뒤에 옴 {n}", en: "after the end {n}" },
);

/** A queue got more elements than were requested, and more than it has places for. */
export const QUEUE_FULL = defineLoss(
  "queue-full",
  "dropped",
  { ko: "요청하지 않은 요소라 큐에 자리가 없음", en: "not requested, and the queue is full" },
  { ko: "큐가 가득 참 {n}", en: "queue full {n}" },
);
