/** Kotlin's coroutines on the virtual clock: jobs, scopes, delay, semaphore. */
export {
  CancellationException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  UndeliveredElementException,
} from "./exceptions.ts";
export type { Body, Job } from "./job.ts";
export { coroutineScope, withTimeoutOrNull } from "./scope.ts";
export { Semaphore } from "./semaphore.ts";
export { Sim, type SimEnd, type SimLimits, type SimOptions } from "./sim.ts";
export { COMPLETED, type Steps, type Suspending } from "./steps.ts";
