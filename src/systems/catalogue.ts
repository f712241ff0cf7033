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

/** The strategies that are loaded when somebody needs them: the one export of its file is the strategy. */
const LOADERS = {
  "drop-random": () => import("./kotlin/strategies/own-channel/drop-random.ts"),
  "memory-leak-written": () => import("./kotlin/strategies/as-written/memory-leak.ts"),
  "leak-that-ends": () => import("./kotlin/strategies/as-meant/leak-that-ends.ts"),
  "system-overload-written": () => import("./kotlin/strategies/as-written/system-overload.ts"),
  "memory-budget": () => import("./kotlin/strategies/as-meant/memory-budget.ts"),
  "bounded-buffer-written": () => import("./kotlin/strategies/as-written/bounded-buffer.ts"),
  "bounded-buffer-that-ends": () =>
    import("./kotlin/strategies/as-meant/bounded-buffer-that-ends.ts"),
  "conflated-written": () => import("./kotlin/strategies/as-written/conflated.ts"),
  "priority-drop-written": () => import("./kotlin/strategies/as-written/priority-drop.ts"),
  "priority-buffer": () => import("./kotlin/strategies/as-meant/priority-buffer.ts"),
  "rate-limiting-written": () => import("./kotlin/strategies/as-written/rate-limiting.ts"),
  "token-bucket": () => import("./kotlin/strategies/as-meant/token-bucket.ts"),
  "batching-written": () => import("./kotlin/strategies/as-written/batching.ts"),
  "timed-batches": () => import("./kotlin/strategies/as-meant/timed-batches.ts"),
  "circuit-breaker-written": () => import("./kotlin/strategies/as-written/circuit-breaker.ts"),
  "sliding-breaker": () => import("./kotlin/strategies/as-meant/sliding-breaker.ts"),
  retry: () => import("./kotlin/strategies/as-meant/retry.ts"),
  "log-processing-written": () => import("./kotlin/strategies/as-written/log-processing.ts"),
  "errors-first": () => import("./kotlin/strategies/as-meant/errors-first.ts"),
  "sensor-data-written": () => import("./kotlin/strategies/as-written/sensor-data.ts"),
  "slot-per-sensor": () => import("./kotlin/strategies/as-meant/slot-per-sensor.ts"),
  "monitoring-written": () => import("./kotlin/strategies/as-written/monitoring.ts"),
  "windowed-monitor": () => import("./kotlin/strategies/as-meant/windowed-monitor.ts"),
  "adaptive-buffer-written": () => import("./kotlin/strategies/as-written/adaptive-buffer.ts"),
  "lossless-adaptive": () => import("./kotlin/strategies/as-meant/lossless-adaptive.ts"),
  "shed-optional": () => import("./kotlin/strategies/as-meant/shed-optional.ts"),
  "cause-fast-producer": () => import("./kotlin/strategies/causes/fast-producer.ts"),
  "cause-slow-consumer": () => import("./kotlin/strategies/causes/slow-consumer.ts"),
  "cause-network-latency": () => import("./kotlin/strategies/causes/network-latency.ts"),
  "cause-limited-threads": () => import("./kotlin/strategies/causes/limited-threads.ts"),
  "flow-buffer": () => import("./kotlin/strategies/flow/flow-buffer.ts"),
  "shared-flow": () => import("./kotlin/strategies/flow/shared-flow.ts"),
  "rx-observe-on": () => import("./rxjava/strategies/observe-on.ts"),
  "rx-buffer": () => import("./rxjava/strategies/buffer.ts"),
  "rx-drop": () => import("./rxjava/strategies/drop.ts"),
  "rx-interval": () => import("./rxjava/strategies/interval.ts"),
  "reactor-publish-on": () => import("./reactor/strategies/publish-on.ts"),
  "reactor-buffer": () => import("./reactor/strategies/buffer.ts"),
  "reactor-drop": () => import("./reactor/strategies/drop.ts"),
  "reactor-limit-rate": () => import("./reactor/strategies/limit-rate.ts"),
  "pekko-buffer": () => import("./pekko/strategies/buffer.ts"),
  "pekko-conflate": () => import("./pekko/strategies/conflate.ts"),
  "pekko-throttle": () => import("./pekko/strategies/throttle.ts"),
  "node-write": () => import("./node/strategies/write.ts"),
  "node-pipe": () => import("./node/strategies/pipe.ts"),
  "node-iterate": () => import("./node/strategies/iterate.ts"),
  "web-write": () => import("./web/strategies/write.ts"),
  "web-pipe": () => import("./web/strategies/pipe-to.ts"),
} as const satisfies Record<string, () => Promise<Readonly<Record<string, Strategy>>>>;

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
  const file = await LOADERS[id as keyof typeof LOADERS]();
  const [strategy] = Object.values(file) as [Strategy<StrategyId>];
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
