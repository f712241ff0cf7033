/** The rules by which flows lose elements, in addition to those of their channels. */
import { defineLoss } from "../../losses.ts";

/** `debounce`: a newer value came before it had been quiet for long enough after this one. */
export const DEBOUNCED = defineLoss(
  "debounced",
  "dropped",
  { ko: "잠잠해지기 전에 새 값이 와서 버려짐", en: "dropped: a newer value came too soon" },
  { ko: "새 값에 밀려 버림 {n}", en: "overtaken {n}" },
);

/** `sample`: a newer value came before the next tick. */
export const SAMPLED_OUT = defineLoss(
  "sampled-out",
  "dropped",
  { ko: "표본에 들지 못해 버려짐", en: "dropped between two samples" },
  { ko: "표본에 못 듦 {n}", en: "not sampled {n}" },
);

/** `sample`: the flow ended before the next tick. */
export const UNSAMPLED = defineLoss(
  "unsampled",
  "undelivered",
  { ko: "다음 표본 전에 flow가 끝나 사라짐", en: "the flow ended before the next sample" },
  { ko: "끝에 남아 사라짐 {n}", en: "lost at the end {n}" },
);

/** A shared flow had no subscriber, and its replay cache did not keep the value. */
export const NO_SUBSCRIBER = defineLoss("no-subscriber", "undelivered", {
  ko: "구독자가 없어 사라짐",
  en: "had no subscriber",
});

/** `collectLatest`: a newer value came, and the work on this one was cancelled. */
export const SUPERSEDED = defineLoss(
  "superseded",
  "dropped",
  { ko: "새 값이 와서 처리가 취소됨", en: "its work was cancelled for a newer value" },
  { ko: "처리 취소 {n}", en: "work cancelled {n}" },
);
