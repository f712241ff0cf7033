/** RxJava's `Flowable` on the virtual clock, under RxJava's names. Its TestScheduler is the `VirtualScheduler`. */
export { MissingBackpressureException, QueueOverflowException } from "./exceptions.ts";
export { concatMapDelay } from "./operators/concat-map-delay.ts";
export { type BackpressureStrategy, create } from "./operators/create.ts";
export { generate } from "./operators/generate.ts";
export { INTERVAL_ERROR, interval } from "./operators/interval.ts";
export { BUFFER_SIZE, observeOn } from "./operators/observe-on.ts";
export { BUFFER_FULL, onBackpressureBuffer } from "./operators/on-backpressure-buffer.ts";
export {
  type BackpressureOverflowStrategy,
  BUFFER_DROP_LATEST,
  BUFFER_DROP_OLDEST,
  BUFFER_ERROR,
  onBackpressureBufferStrategy,
} from "./operators/on-backpressure-buffer-strategy.ts";
export { DROP, onBackpressureDrop } from "./operators/on-backpressure-drop.ts";
export { LATEST, onBackpressureLatest } from "./operators/on-backpressure-latest.ts";
export {
  onBackpressureReduce,
  onBackpressureReduceWith,
} from "./operators/on-backpressure-reduce.ts";
export { range } from "./operators/range.ts";
export { rebatchRequests } from "./operators/rebatch-requests.ts";
