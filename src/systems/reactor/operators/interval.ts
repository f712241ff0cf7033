import type { TimerLoop } from "../../../kernel/index.ts";
import type { StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { intervalSource, type Source } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";

/** The tick was not requested: the interval ended there. */
export const INTERVAL_ERROR = defineLoss("reactor-interval-error", "dropped", {
  ko: "요청이 없어 interval이 오류로 끝남",
  en: "not requested: the interval failed",
});

/**
 * `Flux.interval(periodMs)`, with a finite `count` followed by `take(count)` (FluxInterval.java, 3.8.8): emits the
 * ticks 0, 1, 2, ... every `periodMs`, the first after one period. At the first tick that was not requested it ends
 * with an OverflowException.
 */
export function interval(
  clock: TimerLoop,
  periodMs: number | (() => number),
  count: number,
  station: StationLog | null,
): Source<number> {
  const errorAt = (tick: number) =>
    new OverflowException(
      `Could not emit tick ${tick} due to lack of requests (interval doesn't support small downstream requests ` +
        "that replenish slower than the ticks)",
    );
  return intervalSource(clock, { periodMs, count, loss: INTERVAL_ERROR, errorAt }, station);
}
