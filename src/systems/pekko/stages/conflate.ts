import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { Batch } from "./batch.ts";

/**
 * `conflateWithSeed(seed)(aggregate)`: a batch without bound, which never slows down what is above it.
 * (`scaladsl/Flow.scala`, Pekko 1.7.0)
 */
export function conflateWithSeed<T, S>(
  seed: (first: T) => S,
  aggregate: (aggregate: S, next: T) => S,
  log: StationLog | null = null,
  demand: ConnectionLog | null = null,
): Batch<T, S> {
  return new Batch(Number.POSITIVE_INFINITY, { seed, aggregate }, log, demand);
}

/** `conflate(aggregate)`: a `conflateWithSeed` whose aggregate starts as the first element. */
export function conflate<T>(
  aggregate: (aggregate: T, next: T) => T,
  log: StationLog | null = null,
  demand: ConnectionLog | null = null,
): Batch<T, T> {
  return conflateWithSeed((first) => first, aggregate, log, demand);
}
