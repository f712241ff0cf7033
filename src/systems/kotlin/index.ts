/** kotlinx.coroutines: coroutines and channels as the real library runs them. */
export {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CLOSED,
  CONFLATED,
  EMPTY,
  RENDEZVOUS,
  receiveOrTimeout,
  UNLIMITED,
} from "./channels/index.ts";
export {
  type Body,
  CancellationException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  coroutineScope,
  type Job,
  Semaphore,
  Sim,
  type SimEnd,
  type SimLimits,
  type SimOptions,
  type Steps,
  UndeliveredElementException,
  withTimeoutOrNull,
} from "./coroutines/index.ts";
