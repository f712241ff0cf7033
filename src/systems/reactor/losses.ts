import { defineLoss } from "../losses.ts";

/** The element came after the end: Reactor hands such elements to `Hooks.onNextDropped`. */
export const NEXT_DROPPED = defineLoss(
  "reactor-next-dropped",
  "undelivered",
  { ko: "스트림이 끝난 뒤에 와서 onNextDropped로 감", en: "came after the end: onNextDropped" },
  { ko: "onNextDropped {n}", en: "onNextDropped {n}" },
);
