import { defineLoss } from "../../losses.ts";
import { BufferOverflowException } from "../failures.ts";

/** What happens when an element arrives at a full buffer: `OverflowStrategy` of Pekko Streams 1.7.0. */
export type OverflowStrategy =
  | "backpressure"
  | "dropHead"
  | "dropTail"
  | "dropBuffer"
  | "dropNew"
  | "fail";

/** The oldest element in the buffer made room. */
export const DROP_HEAD = defineLoss(
  "pekko-drop-head",
  "dropped",
  { ko: "dropHead: 가장 오래된 것이라 버려짐", en: "dropHead: the oldest, dropped" },
  { ko: "dropHead {n}", en: "dropHead {n}" },
);
/** The newest element in the buffer made room. */
export const DROP_TAIL = defineLoss(
  "pekko-drop-tail",
  "dropped",
  {
    ko: "dropTail: 버퍼의 가장 새것이라 버려짐",
    en: "dropTail: the newest in the buffer, dropped",
  },
  { ko: "dropTail {n}", en: "dropTail {n}" },
);
/** All elements in the buffer made room. */
export const DROP_BUFFER = defineLoss(
  "pekko-drop-buffer",
  "dropped",
  { ko: "dropBuffer: 버퍼째 버려짐", en: "dropBuffer: dropped with the whole buffer" },
  { ko: "dropBuffer {n}", en: "dropBuffer {n}" },
);
/** The arriving element found no room. */
export const DROP_NEW = defineLoss(
  "pekko-drop-new",
  "dropped",
  {
    ko: "dropNew: 자리가 없어 들어온 것이 버려짐",
    en: "dropNew: no room, the incoming one dropped",
  },
  { ko: "dropNew {n}", en: "dropNew {n}" },
);
/** The arriving element found no room, and the stream failed. */
export const OVERFLOW = defineLoss(
  "pekko-overflow",
  "failed",
  {
    ko: "자리가 없어 스트림이 실패함: BufferOverflowException",
    en: "no room: the stream fails with BufferOverflowException",
  },
  { ko: "넘침 {n}", en: "overflow {n}" },
);

/** Returns the failure of a buffer of `size` elements that got one more. */
export function overflowOf(size: number): BufferOverflowException {
  return new BufferOverflowException(`Buffer overflow (max capacity was: ${size})!`);
}
