import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import {
  AFTER_END,
  type Operator,
  Prefetch,
  powerOfTwoFrom,
  type Scheduler,
  threeQuartersOf,
} from "../../reactive/index.ts";
import { QueueOverflowException } from "../exceptions.ts";

/** `Flowable.bufferSize()`: how many elements `observeOn` requests first by default. */
export const BUFFER_SIZE = 128;

export interface ObserveOnSettings {
  /** Whether an error waits until the queue is empty; by default it does not, and the queued elements are lost. */
  readonly delayError?: boolean;
  /** How many elements are requested first. Each time three quarters of them were passed on, as many are requested. */
  readonly bufferSize?: number;
}

/**
 * `observeOn(scheduler, delayError, bufferSize)` (FlowableObserveOn.java, 3.1.12): passes elements on in tasks of
 * `scheduler`. Up to `bufferSize` elements wait in its queue.
 */
export function observeOn<T>(
  scheduler: Scheduler,
  { delayError = false, bufferSize = BUFFER_SIZE }: ObserveOnSettings,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(scheduler, bufferSize, delayError, station, connection);
}

/** The part of `observeOn` that `rebatchRequests` shares: if `scheduler` is null, elements go down in the same call. */
export function prefetching<T>(
  scheduler: Scheduler | null,
  prefetch: number,
  delaysErrors: boolean,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = {
    scheduler,
    prefetch,
    replenish: threeQuartersOf(prefetch),
    capacity: powerOfTwoFrom(prefetch),
    delaysErrors,
    overflowError: () => new QueueOverflowException(),
    afterEnd: AFTER_END,
  };
  return (downstream) => new Prefetch(downstream, rules, station, connection);
}
