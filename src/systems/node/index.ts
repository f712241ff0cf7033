/** Node.js streams (20.20) in object mode, on the virtual clock. */

export type { Load } from "../load.ts";
export { type AsyncSteps, awaited, runAsync, sleep } from "./async-function.ts";
export { defineStreamStrategy } from "./define-strategy.ts";
export { forAwait } from "./for-await.ts";
export { type Ms, msNow } from "./ms.ts";
export { NodeLoop } from "./node-loop.ts";
export { once } from "./once.ts";
export { pipe } from "./pipe.ts";
export { pipeline } from "./pipeline.ts";
export type { Program } from "./program.ts";
export { Readable } from "./readable.ts";
export { scheduledSource, timedSource } from "./timed-source.ts";
export { timedWork } from "./timed-work.ts";
export { Transform } from "./transform.ts";
export { VirtualPromise } from "./virtual-promise.ts";
export { Writable } from "./writable.ts";
export { type WriteProducer, writeAll } from "./write-producer.ts";
