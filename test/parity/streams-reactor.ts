/** Builds the parts of recorded Reactor chains. */
import {
  type Operator,
  UNBOUNDED,
  type VirtualScheduler,
} from "../../src/systems/reactive/index.ts";
import {
  type BufferOverflowStrategy,
  create,
  interval,
  limitRate,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureBufferTtl,
  onBackpressureDrop,
  onBackpressureError,
  onBackpressureLatest,
  publishOn,
  range,
  VirtualTimeScheduler,
} from "../../src/systems/reactor/index.ts";
import type { Library, Logs, Probe, RecordedOperator } from "./stream-recording.ts";

export const reactor: Library = {
  newClock: () => new VirtualTimeScheduler(),
  create,
  interval,
  range,
  operatorOf,
};

function operatorOf(
  operator: RecordedOperator,
  clock: VirtualScheduler,
  report: Probe["report"],
  logs: Logs,
): Operator<number> {
  const { delayError = true, high, low, prefetch } = operator;
  const onDropped = (element: number) => report("drop", element);
  switch (operator.name) {
    case "onBackpressureBuffer":
      return bufferOf(operator, clock, report, logs);
    case "onBackpressureDrop":
      return onBackpressureDrop(onDropped, ...logs);
    case "onBackpressureLatest":
      return onBackpressureLatest(...logs);
    case "onBackpressureError":
      return onBackpressureError(...logs);
    case "publishOn": {
      const settings = prefetch === undefined ? { delayError } : { delayError, prefetch };
      return publishOn(clock, settings, ...logs);
    }
    case "limitRate":
      if (high === undefined) throw new Error("limitRate without high");
      return limitRate(high, low, ...logs);
    default:
      throw new Error(`unknown operator ${operator.name}`);
  }
}

function bufferOf(
  { capacity: maxSize = UNBOUNDED, strategy, ttl: ttlMs }: RecordedOperator,
  clock: VirtualScheduler,
  report: Probe["report"],
  logs: Logs,
): Operator<number> {
  const onOverflow = (element: number) => report("drop", element);
  if (ttlMs !== undefined) {
    const settings = { ttlMs, maxSize, onBufferEviction: onOverflow };
    return onBackpressureBufferTtl(clock, settings, ...logs);
  }
  if (strategy !== undefined) {
    const settings = { maxSize, strategy: strategy as BufferOverflowStrategy, onOverflow };
    return onBackpressureBufferStrategy(settings, ...logs);
  }
  return onBackpressureBuffer({ maxSize, onOverflow }, ...logs);
}
