import type { TimerLoop } from "../../../kernel/index.ts";
import type { StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { intervalSource, type Source } from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** The tick was not requested: the interval ended there. */
export const INTERVAL_ERROR = defineLoss("rxjava-interval-error", "dropped", {
  ko: "요청이 없어 interval이 오류로 끝남",
  en: "not requested: the interval failed",
});

/**
 * `Flowable.interval(periodMs)`, with a finite `count` followed by `take(count)` (FlowableInterval.java, 3.1.12): emits
 * the ticks 0, 1, 2, ... every `periodMs`, the first after one period. At the first tick that was not requested it ends
 * with a MissingBackpressureException.
 */
export function interval(
  clock: TimerLoop,
  periodMs: number | (() => number),
  count: number,
  station: StationLog | null,
): Source<number> {
  const errorAt = (tick: number) =>
    new MissingBackpressureException(`Could not emit value ${tick} due to lack of requests`);
  return intervalSource(clock, { periodMs, count, loss: INTERVAL_ERROR, errorAt }, station);
}
