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

/** `Queues.SMALL_BUFFER_SIZE`: what `publishOn` asks for first, unless it is told how many. */
export const SMALL_BUFFER_SIZE = 256;

/** Integer.MAX_VALUE as a prefetch stands for no bound. */
const INT_MAX = 2 ** 31 - 1;

export interface PublishOnSettings {
  /** Whether an error waits until the queue is empty, as it does by default. */
  readonly delayError?: boolean;
  /** How many elements are asked for first; then three quarters of them each time so many have gone down. */
  readonly prefetch?: number;
}

/**
 * `publishOn(scheduler, delayError, prefetch)` (FluxPublishOn.java, 3.8.8): hands elements down in tasks of `scheduler`.
 */
export function publishOn<T>(
  scheduler: Scheduler,
  { delayError = true, prefetch = SMALL_BUFFER_SIZE }: PublishOnSettings,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(scheduler, prefetch, prefetch, delayError, station, connection);
}

/** `publishOn` as `limitRate` uses it as well: with null for a scheduler, elements go down in the same call. */
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
 * Returns after how many elements as many are asked for again (Operators.unboundedOrLimit): `lowTide`; all of `prefetch`
 * where it is 0 or less; three quarters of `prefetch` where it is not below that.
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
