/**
 * Every strategy. The plain ones are always there, in the order in which the page offers them; the others
 * are loaded with the scenario or the link that needs them.
 */
import { bounded } from "./kotlin/strategies/plain/bounded.ts";
import { conflated } from "./kotlin/strategies/plain/conflated.ts";
import { dropLatest } from "./kotlin/strategies/plain/drop-latest.ts";
import { dropOldest } from "./kotlin/strategies/plain/drop-oldest.ts";
import { rendezvous } from "./kotlin/strategies/plain/rendezvous.ts";
import { trySend } from "./kotlin/strategies/plain/try-send.ts";
import { unlimited } from "./kotlin/strategies/plain/unlimited.ts";
import type { Strategy } from "./strategy.ts";

export const channelStrategies = [
  bounded,
  unlimited,
  rendezvous,
  conflated,
  dropOldest,
  dropLatest,
  trySend,
] as const;

/** The strategies that are loaded when somebody needs them. */
const LOADERS = {
  "drop-random": async () =>
    (await import("./kotlin/strategies/own-channel/drop-random.ts")).dropRandom,
  "memory-leak-written": async () =>
    (await import("./kotlin/strategies/as-written/memory-leak.ts")).memoryLeakWritten,
  "leak-that-ends": async () =>
    (await import("./kotlin/strategies/as-meant/leak-that-ends.ts")).leakThatEnds,
  "system-overload-written": async () =>
    (await import("./kotlin/strategies/as-written/system-overload.ts")).systemOverloadWritten,
  "memory-budget": async () =>
    (await import("./kotlin/strategies/as-meant/memory-budget.ts")).memoryBudget,
  "bounded-buffer-written": async () =>
    (await import("./kotlin/strategies/as-written/bounded-buffer.ts")).boundedBufferWritten,
  "bounded-buffer-that-ends": async () =>
    (await import("./kotlin/strategies/as-meant/bounded-buffer-that-ends.ts"))
      .boundedBufferThatEnds,
  "conflated-written": async () =>
    (await import("./kotlin/strategies/as-written/conflated.ts")).conflatedWritten,
  "priority-drop-written": async () =>
    (await import("./kotlin/strategies/as-written/priority-drop.ts")).priorityDropWritten,
  "priority-buffer": async () =>
    (await import("./kotlin/strategies/as-meant/priority-buffer.ts")).priorityBuffer,
  "rate-limiting-written": async () =>
    (await import("./kotlin/strategies/as-written/rate-limiting.ts")).rateLimitingWritten,
  "token-bucket": async () =>
    (await import("./kotlin/strategies/as-meant/token-bucket.ts")).tokenBucket,
  "batching-written": async () =>
    (await import("./kotlin/strategies/as-written/batching.ts")).batchingWritten,
  "timed-batches": async () =>
    (await import("./kotlin/strategies/as-meant/timed-batches.ts")).timedBatches,
  "circuit-breaker-written": async () =>
    (await import("./kotlin/strategies/as-written/circuit-breaker.ts")).circuitBreakerWritten,
  "sliding-breaker": async () =>
    (await import("./kotlin/strategies/as-meant/sliding-breaker.ts")).slidingBreaker,
  retry: async () => (await import("./kotlin/strategies/as-meant/retry.ts")).retry,
  "log-processing-written": async () =>
    (await import("./kotlin/strategies/as-written/log-processing.ts")).logProcessingWritten,
  "errors-first": async () =>
    (await import("./kotlin/strategies/as-meant/errors-first.ts")).errorsFirst,
  "sensor-data-written": async () =>
    (await import("./kotlin/strategies/as-written/sensor-data.ts")).sensorDataWritten,
  "slot-per-sensor": async () =>
    (await import("./kotlin/strategies/as-meant/slot-per-sensor.ts")).slotPerSensor,
  "monitoring-written": async () =>
    (await import("./kotlin/strategies/as-written/monitoring.ts")).monitoringWritten,
  "windowed-monitor": async () =>
    (await import("./kotlin/strategies/as-meant/windowed-monitor.ts")).windowedMonitor,
  "adaptive-buffer-written": async () =>
    (await import("./kotlin/strategies/as-written/adaptive-buffer.ts")).adaptiveBufferWritten,
  "lossless-adaptive": async () =>
    (await import("./kotlin/strategies/as-meant/lossless-adaptive.ts")).losslessAdaptive,
  "shed-optional": async () =>
    (await import("./kotlin/strategies/as-meant/shed-optional.ts")).shedOptional,
  "rx-observe-on": async () => (await import("./rxjava/strategies/observe-on.ts")).rxObserveOn,
} as const satisfies Record<string, () => Promise<Strategy>>;

export type StrategyId = (typeof channelStrategies)[number]["id"] | keyof typeof LOADERS;

const loaded = new Map<string, Strategy<StrategyId>>(
  channelStrategies.map((strategy) => [strategy.id, strategy]),
);

/** The ids of all strategies, loaded or not. */
export const strategyIds: readonly StrategyId[] = [
  ...channelStrategies.map(({ id }) => id),
  ...(Object.keys(LOADERS) as (keyof typeof LOADERS)[]),
];

/** Loads a strategy, if it isn't there yet. */
export async function loadStrategy(id: StrategyId): Promise<void> {
  if (loaded.has(id) || !(id in LOADERS)) return;
  const strategy = await LOADERS[id as keyof typeof LOADERS]();
  loaded.set(id, strategy);
}

/** The strategy of that id. Throws if it has not been loaded. */
export function strategyOf(id: StrategyId): Strategy<StrategyId> {
  const strategy = loaded.get(id);
  if (strategy === undefined) throw new Error(`the strategy ${id} has not been loaded`);
  return strategy;
}

/** Whether a text (from a link, say) is the id of a strategy. */
export function isStrategyId(text: string): text is StrategyId {
  return (strategyIds as readonly string[]).includes(text);
}

/** Whether a strategy is there. */
export function isStrategyLoaded(id: StrategyId): boolean {
  return loaded.has(id);
}
