/** Ends a run when more elements wait in one buffer than the playground has room for. For programs on a `TimerLoop`. */
import type { TimerLoop } from "../kernel/index.ts";
import type { StationLog } from "../trace/index.ts";

/** Wraps a buffer's log so that it stops `clock` as soon as more than `most` elements wait in the buffer. */
export function boundedLog(log: StationLog, most: number, clock: TimerLoop): StationLog {
  let waiting = 0;
  return {
    ...log,
    entered(element) {
      log.entered(element);
      if (++waiting <= most) return;
      const at = `${clock.now} ms of virtual time`;
      clock.stop("elements", `more than ${most} elements waited in one buffer at ${at}`);
    },
    left(element) {
      log.left(element);
      waiting--;
    },
  };
}
