/** Reactor's `Flux` on the virtual clock, under Reactor's names. */
export { OverflowException } from "./exceptions.ts";
export { NEXT_DROPPED } from "./losses.ts";
export { create, type OverflowStrategy } from "./operators/create.ts";
export { INTERVAL_ERROR, interval } from "./operators/interval.ts";
export { limitRate } from "./operators/limit-rate.ts";
export { BUFFER_FULL, onBackpressureBuffer } from "./operators/on-backpressure-buffer.ts";
export {
  BUFFER_DROP_LATEST,
  BUFFER_DROP_OLDEST,
  BUFFER_ERROR,
  type BufferOverflowStrategy,
  onBackpressureBufferStrategy,
} from "./operators/on-backpressure-buffer-strategy.ts";
export {
  BUFFER_EVICTED,
  BUFFER_EXPIRED,
  onBackpressureBufferTtl,
} from "./operators/on-backpressure-buffer-ttl.ts";
export { DROP, onBackpressureDrop } from "./operators/on-backpressure-drop.ts";
export { ERROR, onBackpressureError } from "./operators/on-backpressure-error.ts";
export { LATEST, onBackpressureLatest } from "./operators/on-backpressure-latest.ts";
export { publishOn, replenishAt, SMALL_BUFFER_SIZE } from "./operators/publish-on.ts";
export { range } from "./operators/range.ts";
export { VirtualTimeScheduler } from "./virtual-time-scheduler.ts";
