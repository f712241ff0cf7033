/** Builds recorded chains of Reactor. */
import { emitAt, type Operator, type Source, UNBOUNDED } from "../../src/systems/reactive/index.ts";
import {
  type BufferOverflowStrategy,
  create,
  interval,
  limitRate,
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
import type { ChainOf, Probe, RecordedOperator, RecordedSource } from "./stream-recording.ts";

export const reactorChain: ChainOf = (source, operators) => {
  const clock = new VirtualTimeScheduler();
  return {
    clock,
    connect: (probe) => [
      sourceOf(source, clock, probe.stationAt(-1)),
      operators.map((operator, place) => operatorOf(operator, place, clock, probe)),
    ],
  };
};

function sourceOf(
  source: RecordedSource,
  clock: VirtualTimeScheduler,
  station: StationLog | null,
): Source<number> {
  switch (source.kind) {
    case "hot":
      return create(emitAt(clock, source.at), source.strategy as OverflowStrategy, station);
    case "interval":
      return interval(clock, source.period, source.count ?? UNBOUNDED, station);
    case "range":
      return range(source.count, station);
  }
}

function operatorOf(
  operator: RecordedOperator,
  place: number,
  clock: VirtualTimeScheduler,
  probe: Probe,
): Operator<number> {
  const { delayError = true, high, low, prefetch } = operator;
  const onDropped = (element: number) => probe.report("drop", element);
  const logs = [probe.stationAt(place), probe.connectionTo(place)] as const;
  switch (operator.name) {
    case "onBackpressureBuffer":
      return bufferOf(operator, place, clock, probe);
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
  place: number,
  clock: VirtualTimeScheduler,
  probe: Probe,
): Operator<number> {
  const onOverflow = (element: number) => probe.report("drop", element);
  const logs = [probe.stationAt(place), probe.connectionTo(place)] as const;
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
