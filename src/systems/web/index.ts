/** Web streams (WHATWG) with their promise jobs, as Node 20.20 runs them, on the virtual clock. */
export { pipeTo } from "./pipe-to.ts";
export { promiseCallback } from "./promise-callback.ts";
export { type ReadableController, ReadableStream } from "./readable-stream.ts";
export { timedPull } from "./timed-pull.ts";
export { timedWork } from "./timed-work.ts";
export { TransformStream } from "./transform-stream.ts";
export { WritableStream } from "./writable-stream.ts";
export { type WriteProducer, writeAll } from "./write-producer.ts";
