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

/** `Flowable.bufferSize()`: what `observeOn` asks for first, unless it is told how many. */
export const BUFFER_SIZE = 128;

export interface ObserveOnSettings {
  /** Whether an error waits until the queue is empty; by default it does not, and the queue is lost. */
  readonly delayError?: boolean;
  /** How many elements are asked for first; then three quarters of them each time so many have gone down. */
  readonly bufferSize?: number;
}

/**
 * `observeOn(scheduler, delayError, bufferSize)` (FlowableObserveOn.java, 3.1.12): hands elements down in tasks of
 * `scheduler`. Up to `bufferSize` elements fit below whatever stands above it.
 */
export function observeOn<T>(
  scheduler: Scheduler,
  { delayError = false, bufferSize = BUFFER_SIZE }: ObserveOnSettings,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(scheduler, bufferSize, delayError, station, connection);
}

/** `observeOn` as `rebatchRequests` uses it as well: with null for a scheduler, elements go down in the same call. */
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
