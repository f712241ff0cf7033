/** Builds recorded chains of Reactor. */
import { emitAt, type Operator, type Source, UNBOUNDED } from "../../src/systems/reactive/index.ts";
import {
  type BufferOverflowStrategy,
  create,
  interval,
  limitRate,
  NEXT_DROPPED,
  type OverflowStrategy,
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
import type { StationLog } from "../../src/trace/index.ts";
import {
  type ChainOf,
  onlyStation,
  type Probe,
  type RecordedOperator,
  type RecordedSource,
  requestsOf,
} from "./stream-recording.ts";

export const reactorChain: ChainOf = (source, operators, probe) => {
  const clock = new VirtualTimeScheduler();
  // The library's hook onNextDropped.
  const discards = onlyStation({
    lost: (element, rule) => {
      if (rule === NEXT_DROPPED) probe.report("discarded", element as number);
    },
  });
  return {
    clock,
    source: sourceOf(source, clock, discards),
    operators: operators.map((operator, place) =>
      operatorOf(operator, place, clock, probe, discards),
    ),
  };
};

function sourceOf(
  source: RecordedSource,
  clock: VirtualTimeScheduler,
  discards: StationLog,
): Source<number> {
  switch (source.kind) {
    case "hot":
      return create(emitAt(clock, source.at), source.strategy as OverflowStrategy, discards);
    case "interval":
      return interval(clock, source.period, source.count ?? UNBOUNDED, discards);
    case "range":
      return range(source.count, discards);
  }
}

function operatorOf(
  operator: RecordedOperator,
  place: number,
  clock: VirtualTimeScheduler,
  probe: Probe,
  discards: StationLog,
): Operator<number> {
  const requests = requestsOf(probe, place);
  const { delayError = true, high, low, prefetch } = operator;
  const onDropped = (element: number) => probe.report("drop", element);
  switch (operator.name) {
    case "onBackpressureBuffer":
      return bufferOf(operator, requests, clock, onDropped, discards);
    case "onBackpressureDrop":
      return onBackpressureDrop(onDropped, discards, requests);
    case "onBackpressureLatest":
      return onBackpressureLatest(discards, requests);
    case "onBackpressureError":
      return onBackpressureError(discards, requests);
    case "publishOn": {
      const settings = prefetch === undefined ? { delayError } : { delayError, prefetch };
      return publishOn(clock, settings, discards, requests);
    }
    case "limitRate":
      if (high === undefined) throw new Error("limitRate without high");
      return limitRate(high, low, discards, requests);
    default:
      throw new Error(`unknown operator ${operator.name}`);
  }
}

function bufferOf(
  { capacity: maxSize = UNBOUNDED, strategy, ttl: ttlMs }: RecordedOperator,
  requests: ReturnType<typeof requestsOf>,
  clock: VirtualTimeScheduler,
  onOverflow: (element: number) => void,
  discards: StationLog,
): Operator<number> {
  if (ttlMs !== undefined) {
    const settings = { ttlMs, maxSize, onBufferEviction: onOverflow };
    return onBackpressureBufferTtl(clock, settings, discards, requests);
  }
  if (strategy !== undefined) {
    const settings = { maxSize, strategy: strategy as BufferOverflowStrategy, onOverflow };
    return onBackpressureBufferStrategy(settings, discards, requests);
  }
  return onBackpressureBuffer({ maxSize, onOverflow }, discards, requests);
}
