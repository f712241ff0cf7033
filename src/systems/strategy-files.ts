/**
 * The files of the strategies that are loaded when somebody needs them; the one export of each is the strategy. This
 * list is loaded with the first of them: its names weigh more than a strategy.
 */
import type { Strategy } from "./strategy.ts";

export const STRATEGY_FILES = {
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
  "flow-buffer": () => import("./kotlin/strategies/flow/flow-buffer.ts"),
  "shared-flow": () => import("./kotlin/strategies/flow/shared-flow.ts"),
  "rx-observe-on": () => import("./rxjava/strategies/observe-on.ts"),
  "rx-generate": () => import("./rxjava/strategies/generate.ts"),
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

export type LaterStrategyId = keyof typeof STRATEGY_FILES;
