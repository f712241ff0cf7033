/** Builds the parts of recorded RxJava chains. */
import { type Operator, UNBOUNDED, VirtualScheduler } from "../../src/systems/reactive/index.ts";
import {
  type BackpressureOverflowStrategy,
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
import type { Library, Logs, Probe, RecordedOperator } from "./stream-recording.ts";

export const rxjava: Library = {
  newClock: () => new VirtualScheduler(),
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
  const { delayError = false, prefetch, n } = operator;
  const onDropped = (element: number) => report("drop", element);
  switch (operator.name) {
    case "onBackpressureBuffer":
      return bufferOf(operator, report, logs);
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
  report: Probe["report"],
  logs: Logs,
): Operator<number> {
  const callbacks = {
    onOverflow: () => report("overflow", null),
    onDropped: (element: number) => report("drop", element),
  };
  if (strategy === undefined) {
    const settings = { capacity: unbounded ? UNBOUNDED : capacity, delayError, ...callbacks };
    return onBackpressureBuffer(settings, ...logs);
  }
  const settings = { capacity, strategy: strategy as BackpressureOverflowStrategy, ...callbacks };
  return onBackpressureBufferStrategy(settings, ...logs);
}
