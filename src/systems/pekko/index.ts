/** Pekko (Akka) Streams: islands of stages, and the boundaries between them, as the real library runs them. */
export { Source } from "./graph.ts";
export { PekkoLoop } from "./pekko-loop.ts";
export { Batch } from "./stages/batch.ts";
export { BoundedSourceQueue } from "./stages/bounded-source-queue.ts";
export { Buffer } from "./stages/buffer.ts";
export { conflate, conflateWithSeed } from "./stages/conflate.ts";
export { mapAsync } from "./stages/map-async-operator.ts";
export type { OverflowStrategy } from "./stages/overflow-strategy.ts";
export { Probe, type SignalListener } from "./stages/probe.ts";
export type { QueueOfferResult } from "./stages/queue-offer-result.ts";
export { QueueSource } from "./stages/queue-source.ts";
export { Range } from "./stages/range.ts";
export { Take } from "./stages/take.ts";
export { Throttle, type ThrottleOptions } from "./stages/throttle.ts";
export { Tick } from "./stages/tick.ts";
export { WorkerSink } from "./stages/worker-sink.ts";
export { ZipWith } from "./stages/zip-with.ts";
