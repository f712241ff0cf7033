/** How elements are lost in a Node stream. */
import { defineLoss } from "../losses.ts";

/** The element waited in a stream that was destroyed, or was pushed into it afterwards. */
export const DESTROYED = defineLoss("stream-destroyed", "undelivered", {
  ko: "스트림이 폐기되어 전달되지 못함",
  en: "undelivered: the stream was destroyed",
});
