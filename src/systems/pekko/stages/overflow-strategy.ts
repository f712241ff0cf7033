import type { LossRule } from "../../../trace/index.ts";
import { BufferOverflowException } from "../failures.ts";

/** What happens to an element that comes to a full buffer: `OverflowStrategy` of Pekko Streams 1.7.0. */
export type OverflowStrategy =
  | "backpressure"
  | "dropHead"
  | "dropTail"
  | "dropBuffer"
  | "dropNew"
  | "fail";

/** The oldest element in the buffer made room. */
export const DROP_HEAD: LossRule = { id: "pekko-drop-head", manner: "dropped" };
/** The newest element in the buffer made room. */
export const DROP_TAIL: LossRule = { id: "pekko-drop-tail", manner: "dropped" };
/** All elements in the buffer made room. */
export const DROP_BUFFER: LossRule = { id: "pekko-drop-buffer", manner: "dropped" };
/** The element that came found no room. */
export const DROP_NEW: LossRule = { id: "pekko-drop-new", manner: "dropped" };
/** The element that came found no room, and the stream failed. */
export const OVERFLOW: LossRule = { id: "pekko-overflow", manner: "failed" };

/** The failure of a buffer that holds `size` elements and one more. */
export function overflowOf(size: number): BufferOverflowException {
  return new BufferOverflowException(`Buffer overflow (max capacity was: ${size})!`);
}
