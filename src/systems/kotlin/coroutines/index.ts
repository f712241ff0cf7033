/** Kotlin's coroutines on the virtual clock: jobs, scopes, delay, semaphore. */
export {
  CancellationException,
  ChildCancelledException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  UndeliveredElementException,
} from "./exceptions.ts";
export type { Body, CoroutineStart, Job } from "./job.ts";
export { coroutineScope, flowScope, withTimeoutOrNull } from "./scope.ts";
export { Semaphore } from "./semaphore.ts";
export { Sim, type SimEnd, type SimOptions } from "./sim.ts";
export { COMPLETED, type Steps, type Suspending } from "./steps.ts";
