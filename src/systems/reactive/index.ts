/** What RxJava and Reactor have in common: signals, demand, queues with drain loops, the clock, subscribers. */

export type { Load, LoadAtOnce } from "../load.ts";
export { BoundedBuffer, SharedBuffer, type WhenFull } from "./bounded-buffer.ts";
export { BufferingOperator } from "./buffering-operator.ts";
export {
  type CodeParts,
  type CodeWords,
  emitterCode,
  PRINTS_REQUESTS,
  programCode,
} from "./code.ts";
export {
  type CreateRules,
  type CreateStrategy,
  createdSource,
  createLosses,
} from "./created-source.ts";
export { definerOf } from "./define-strategy.ts";
export { addDemand, powerOfTwoFrom, threeQuartersOf, UNBOUNDED } from "./demand.ts";
export { DroppingOperator } from "./dropping-operator.ts";
export { emitAt } from "./emit-at.ts";
export type { Emitter } from "./emitter.ts";
export { intervalSource } from "./interval-source.ts";
export { LINES } from "./lines.ts";
export { AFTER_END, CANCELLED } from "./losses.ts";
export { Prefetch } from "./prefetch.ts";
export { prefetchParam } from "./prefetch-param.ts";
export type { Program } from "./program.ts";
export { rangeSource } from "./range-source.ts";
export { REQUESTED_WORDS } from "./requested-words.ts";
export {
  type Operator,
  type Source,
  type Subscriber,
  type Subscription,
  subscribe,
} from "./signals.ts";
export { SlowSubscriber, type SlowSubscriberSettings } from "./slow-subscriber.ts";
export {
  overflowBuffer,
  PILES_UP,
  queueBelowCreate,
  queueBelowOperator,
  queueOf,
} from "./stations.ts";
export { type Scheduler, VirtualScheduler } from "./virtual-scheduler.ts";
export { WorkingSubscriber } from "./working-subscriber.ts";
