/** Rules of loss that belong to Kotlin programs with their own queues and channels. */
import { defineLoss } from "../../losses.ts";

/** A less important element made room for a more important one. */
export const UNIMPORTANT = defineLoss(
  "unimportant",
  "dropped",
  { ko: "덜 중요하여 버려짐", en: "dropped as less important" },
  { ko: "덜 중요해서 버림 {n}", en: "dropped as less important {n}" },
);

/** The element was left behind in a channel that is no longer read. */
export const FORGOTTEN = defineLoss(
  "forgotten",
  "undelivered",
  { ko: "옛 채널에 남겨짐", en: "left behind in the old channel" },
  { ko: "채널에 남아 사라짐 {n}", en: "left behind {n}" },
);
