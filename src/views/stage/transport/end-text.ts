/** The end of a run in words. */
import { fillIn, type Text } from "../../../i18n/index.ts";
import type { RunEnd } from "../../../run/index.ts";
import { type Strategy, wordsOf } from "../../../systems/index.ts";
import { words } from "./words.ts";

/** Why a run of `strategy` ended, in words. `left` is how many elements an error left undelivered, as text. */
export function endText(
  end: RunEnd,
  strategy: Strategy,
  left: string,
  say: (text: Text) => string,
): string {
  const own = wordsOf(strategy);
  switch (end.reason) {
    case "duration":
      return say(words.endDuration);
    case "completed":
      if (end.error === undefined) return say(own.allEnded);
      return [
        fillIn(say(words.endError), { error: end.error.name }),
        ...(left === "0" ? [] : [fillIn(say(words.endErrorLost), { n: left })]),
      ].join(" ");
    case "stalled":
      return say(own.stuck);
    case "failed": {
      const { failure } = strategy;
      const failed = fillIn(say(words.endFailed), { message: end.message });
      return failure?.message === end.message ? `${failed}. ${say(failure.why)}` : failed;
    }
    case "limit":
      return say(
        {
          events: own.endless,
          elements: words.endElements,
          heap: words.endHeap,
          memory: words.endMemory,
        }[end.limit],
      );
  }
}
