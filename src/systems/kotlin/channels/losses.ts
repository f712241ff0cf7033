/** The rules by which a channel loses elements. */
import { defineLoss } from "../../losses.ts";

/** The buffer was full, and its oldest element was dropped to make room (DROP_OLDEST, CONFLATED). */
export const OLDEST = defineLoss("oldest", "dropped", {
  ko: "가장 오래되어 버려짐",
  en: "dropped as the oldest",
});

/** The buffer was full, and `send` dropped the incoming element (DROP_LATEST). */
export const LATEST = defineLoss("latest", "dropped", {
  ko: "자리가 없어 버려짐",
  en: "dropped on arrival",
});

/** The channel was closed or cancelled, or the coroutine that held the element was. */
export const UNDELIVERED = defineLoss("undelivered", "undelivered", {
  ko: "받을 곳이 없어 사라짐",
  en: "reached nobody",
});
