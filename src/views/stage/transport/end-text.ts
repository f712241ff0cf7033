/** The end of a run in words. */
import { fillIn, type Text } from "../../../i18n/index.ts";
import type { RunEnd } from "../../../run/index.ts";
import { words } from "./words.ts";

/** Why a run ended, in words. */
export function endText(end: RunEnd, say: (text: Text) => string): string {
  switch (end.reason) {
    case "duration":
      return say(words.endDuration);
    case "completed":
      return say(words.endCompleted);
    case "stalled":
      return say(words.endStalled);
    case "failed":
      return fillIn(say(words.endFailed), { message: end.message });
    case "limit":
      return say(
        {
          events: words.endEvents,
          elements: words.endElements,
          heap: words.endHeap,
          memory: words.endMemory,
        }[end.limit],
      );
  }
}
