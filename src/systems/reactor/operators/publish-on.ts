import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import {
  type Operator,
  Prefetch,
  powerOfTwoFrom,
  type Scheduler,
  threeQuartersOf,
  UNBOUNDED,
} from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** `Queues.SMALL_BUFFER_SIZE`: how many elements `publishOn` requests first by default. */
export const SMALL_BUFFER_SIZE = 256;

/** Integer.MAX_VALUE, which as a prefetch means unbounded. */
const INT_MAX = 2 ** 31 - 1;

export interface PublishOnSettings {
  /** Whether an error waits until the queue is empty; true by default. */
  readonly delayError?: boolean;
  /** How many elements are requested first. Each time three quarters of them were passed on, as many are requested. */
  readonly prefetch?: number;
}

/**
 * `publishOn(scheduler, delayError, prefetch)` (FluxPublishOn.java, 3.8.8): passes elements on in tasks of `scheduler`.
 */
export function publishOn<T>(
  scheduler: Scheduler,
  { delayError = true, prefetch = SMALL_BUFFER_SIZE }: PublishOnSettings,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(scheduler, prefetch, prefetch, delayError, station, connection);
}

/** The part of `publishOn` that `limitRate` shares: if `scheduler` is null, elements go down in the same call. */
export function prefetching<T>(
  scheduler: Scheduler | null,
  highTide: number,
  lowTide: number,
  delaysErrors: boolean,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const prefetch = highTide < INT_MAX ? highTide : UNBOUNDED;
  const rules = {
    scheduler,
    prefetch,
    replenish: replenishAt(prefetch, lowTide),
    capacity: placesFor(prefetch),
    delaysErrors,
    overflowError: () => new OverflowException(QUEUE_FULL_MESSAGE),
    afterEnd: NEXT_DROPPED,
  };
  return (downstream) => new Prefetch(downstream, rules, station, connection);
}

const QUEUE_FULL_MESSAGE = "Queue is full: Reactive Streams source doesn't respect backpressure";

/**
 * Returns the size of a repeated request, sent each time that many were passed on (Operators.unboundedOrLimit):
 * `lowTide`; or `prefetch`, if `lowTide` is 0 or less; or three quarters of `prefetch`, if `lowTide` is not below it.
 */
export function replenishAt(prefetch: number, lowTide: number): number {
  if (prefetch === UNBOUNDED || lowTide <= 0) return prefetch;
  return lowTide < prefetch ? lowTide : threeQuartersOf(prefetch);
}

/** Returns how many elements the queue for `prefetch` has places for (Queues.get). */
function placesFor(prefetch: number): number {
  if (prefetch === 1) return 1;
  return prefetch > 10_000_000 ? UNBOUNDED : powerOfTwoFrom(Math.max(8, prefetch));
}
