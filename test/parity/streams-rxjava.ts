/** Builds recorded chains of RxJava. */
import {
  emitAt,
  type Operator,
  type Source,
  UNBOUNDED,
  VirtualScheduler,
} from "../../src/systems/reactive/index.ts";
import {
  type BackpressureOverflowStrategy,
  type BackpressureStrategy,
  create,
  interval,
  observeOn,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureDrop,
  onBackpressureLatest,
  onBackpressureReduce,
  range,
  rebatchRequests,
} from "../../src/systems/rxjava/index.ts";
import type { StationLog } from "../../src/trace/index.ts";
import type { ChainOf, Probe, RecordedOperator, RecordedSource } from "./stream-recording.ts";

export const rxjavaChain: ChainOf = (source, operators) => {
  const clock = new VirtualScheduler();
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
  clock: VirtualScheduler,
  station: StationLog | null,
): Source<number> {
  switch (source.kind) {
    case "hot":
      return create(emitAt(clock, source.at), source.strategy as BackpressureStrategy, station);
    case "interval":
      return interval(clock, source.period, source.count ?? UNBOUNDED, station);
    case "range":
      return range(source.count, station);
  }
}

function operatorOf(
  operator: RecordedOperator,
  place: number,
  clock: VirtualScheduler,
  probe: Probe,
): Operator<number> {
  const { delayError = false, prefetch, n } = operator;
  const onDropped = (element: number) => probe.report("drop", element);
  const logs = [probe.stationAt(place), probe.connectionTo(place)] as const;
  switch (operator.name) {
    case "onBackpressureBuffer":
      return bufferOf(operator, place, probe);
    case "onBackpressureDrop":
      return onBackpressureDrop(onDropped, ...logs);
    case "onBackpressureLatest":
      return onBackpressureLatest(onDropped, ...logs);
    case "onBackpressureReduce":
      return onBackpressureReduce((waiting, element) => waiting + element, ...logs);
    case "observeOn": {
      const bufferSize = prefetch === undefined ? {} : { bufferSize: prefetch };
      return observeOn(clock, { delayError, ...bufferSize }, ...logs);
    }
    case "rebatchRequests":
      if (n === undefined) throw new Error("rebatchRequests without n");
      return rebatchRequests(n, ...logs);
    default:
      throw new Error(`unknown operator ${operator.name}`);
  }
}

function bufferOf(
  { capacity = UNBOUNDED, delayError = false, strategy, unbounded = false }: RecordedOperator,
  place: number,
  probe: Probe,
): Operator<number> {
  const callbacks = {
    onOverflow: () => probe.report("overflow", null),
    onDropped: (element: number) => probe.report("drop", element),
  };
  const logs = [probe.stationAt(place), probe.connectionTo(place)] as const;
  if (strategy === undefined) {
    const settings = { capacity: unbounded ? UNBOUNDED : capacity, delayError, ...callbacks };
    return onBackpressureBuffer(settings, ...logs);
  }
  const settings = { capacity, strategy: strategy as BackpressureOverflowStrategy, ...callbacks };
  return onBackpressureBufferStrategy(settings, ...logs);
}
