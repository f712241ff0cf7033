import type { TimerLoop } from "../../kernel/index.ts";
import type { Emitter } from "./emitter.ts";

/**
 * Returns a program for `create`, a hot source that emits 0, 1, 2, ... at the times `timesMs` (in ascending order)
 * and completes with the last one. It registers all the timers when it begins.
 */
export function emitAt(
  clock: TimerLoop,
  timesMs: readonly number[],
): (emitter: Emitter<number>) => void {
  return (emitter) => {
    for (const [element, timeMs] of timesMs.entries()) {
      clock.after(timeMs - clock.now, () => {
        emitter.next(element);
        if (element === timesMs.length - 1) emitter.complete();
      });
    }
  };
}
