/** How elements are lost in a Node stream. */
import { defineLoss } from "../losses.ts";

/** The element waited in a stream that was destroyed, or was pushed into it afterwards. */
export const DESTROYED = defineLoss("stream-destroyed", "undelivered", {
  ko: "스트림이 폐기되어 전달되지 못함",
  en: "undelivered: the stream was destroyed",
});

/** The producer did not write the element, because the stream needed to drain first. */
export const NEEDED_DRAIN = defineLoss("node-needed-drain", "rejected", {
  ko: "'drain'을 기다리는 동안이라 쓰지 않고 거절함",
  en: "refused: not written before 'drain'",
});

/** The list that the program itself keeps before the stream was full, and its oldest element made room. */
export const LIST_FULL = defineLoss("node-list-full", "dropped", {
  ko: "목록이 가득 차 가장 오래된 것을 버림",
  en: "dropped as the oldest of a full list",
});
