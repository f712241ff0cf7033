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
import {
  type ChainOf,
  type Probe,
  type RecordedOperator,
  type RecordedSource,
  requestsOf,
} from "./stream-recording.ts";

export const rxjavaChain: ChainOf = (source, operators, probe) => {
  const clock = new VirtualScheduler();
  return {
    clock,
    source: sourceOf(source, clock),
    operators: operators.map((operator, place) => operatorOf(operator, place, clock, probe)),
  };
};

function sourceOf(source: RecordedSource, clock: VirtualScheduler): Source<number> {
  switch (source.kind) {
    case "hot":
      return create(emitAt(clock, source.at), source.strategy as BackpressureStrategy, null);
    case "interval":
      return interval(clock, source.period, source.count ?? UNBOUNDED, null);
    case "range":
      return range(source.count, null);
  }
}

function operatorOf(
  operator: RecordedOperator,
  place: number,
  clock: VirtualScheduler,
  probe: Probe,
): Operator<number> {
  const requests = requestsOf(probe, place);
  const { capacity, delayError = false, prefetch, n, strategy, unbounded = false } = operator;
  const onDropped = (element: number) => probe.report("drop", element);
  const onOverflow = () => probe.report("overflow");
  switch (operator.name) {
    case "onBackpressureBuffer": {
      const bound = capacity === undefined || unbounded ? UNBOUNDED : capacity;
      const callbacks = { onOverflow, onDropped };
      return strategy === undefined
        ? onBackpressureBuffer({ capacity: bound, delayError, ...callbacks }, null, requests)
        : onBackpressureBufferStrategy(
            {
              capacity: bound,
              strategy: strategy as BackpressureOverflowStrategy,
              ...callbacks,
            },
            null,
            requests,
          );
    }
    case "onBackpressureDrop":
      return onBackpressureDrop(onDropped, null, requests);
    case "onBackpressureLatest":
      return onBackpressureLatest(onDropped, null, requests);
    case "onBackpressureReduce":
      return onBackpressureReduce((waiting, element) => waiting + element, null, requests);
    case "observeOn": {
      const bufferSize = prefetch === undefined ? {} : { bufferSize: prefetch };
      return observeOn(clock, { delayError, ...bufferSize }, null, requests);
    }
    case "rebatchRequests":
      if (n === undefined) throw new Error("rebatchRequests without n");
      return rebatchRequests(n, null, requests);
    default:
      throw new Error(`unknown operator ${operator.name}`);
  }
}
