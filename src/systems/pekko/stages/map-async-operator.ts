import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import type { FlowStage } from "../stage-kinds.ts";
import { type AsyncFunction, MapAsync } from "./map-async.ts";
import { MapAsyncUnordered } from "./map-async-unordered.ts";

/**
 * `mapAsync(parallelism)(f)`. With a parallelism of 1, the library uses `mapAsyncUnordered`.
 * (`scaladsl/Flow.scala`, Pekko 1.7.0) Throws a RangeError unless `parallelism` is a whole number of 1 or more.
 */
export function mapAsync<T, U>(
  parallelism: number,
  f: AsyncFunction<T, U>,
  log: StationLog | null = null,
  demand: ConnectionLog | null = null,
): FlowStage<T, U> {
  if (!Number.isInteger(parallelism) || parallelism < 1) {
    throw new RangeError(
      `mapAsync: parallelism must be a whole number of 1 or more, not ${parallelism}`,
    );
  }
  return parallelism === 1
    ? new MapAsyncUnordered(parallelism, f, log, demand)
    : new MapAsync(parallelism, f, log, demand);
}
