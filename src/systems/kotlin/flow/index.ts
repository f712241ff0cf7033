/** Kotlin's Flow: cold flows, their operators and the shared flow, on the coroutines and channels of this system. */
export { buffer } from "./buffer.ts";
export { collectLatest } from "./collect-latest.ts";
export { conflate } from "./conflate.ts";
export { debounce } from "./debounce.ts";
export { type Flow, flow } from "./flow.ts";
export { flowOn } from "./flow-on.ts";
export type { HoldingLog } from "./holding-log.ts";
export { sample } from "./sample.ts";
export { MutableSharedFlow } from "./shared-flow.ts";
export { transform } from "./transform.ts";
export { transformLatest } from "./transform-latest.ts";
