/** Ends a run when more elements wait in one buffer than the playground has room for. */
import type { TimerLoop } from "../kernel/index.ts";
import type { StationLog } from "../trace/index.ts";

/** The same log of a buffer, which stops `clock` as soon as more than `most` elements wait in it. */
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
