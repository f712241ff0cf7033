/**
 * The engine: Kotlin's coroutines and channels on a virtual clock.
 * It knows nothing of pages, scenarios or wall-clock time, and imports nothing outside this folder.
 */
export {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CONFLATED,
  RENDEZVOUS,
  type TrySendResult,
  UNLIMITED,
} from "./channel.ts";
export { type ChannelIterator, CLOSED, EMPTY } from "./channel-signals.ts";
export {
  CancellationException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  type LimitKind,
  RunLimitReached,
  TimeoutCancellationException,
} from "./exceptions.ts";
export type { Body, Job } from "./job.ts";
export { Random } from "./random.ts";
export { receiveOrTimeout } from "./receive-or-timeout.ts";
export { coroutineScope, withTimeoutOrNull } from "./scope.ts";
export { Semaphore } from "./semaphore.ts";
export { Sim, type SimEnd, type SimLimits, type SimOptions } from "./sim.ts";
export { COMPLETED, type Steps, type Suspending } from "./steps.ts";
export { DropRule, TaskEnd, Trace, TraceKind } from "./trace.ts";
