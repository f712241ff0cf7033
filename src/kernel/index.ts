/** The virtual clock: timers, the ready queue and seeded random numbers. It knows no library and no page. */
export { type Dispatched, Dispatcher } from "./dispatcher.ts";
export { type LimitKind, RunLimitReached } from "./limits.ts";
export type { EndOfMachine, Machine } from "./machine.ts";
export { Random } from "./random.ts";
export { ReadyQueue } from "./ready-queue.ts";
export { TimerLoop, type TimerTask } from "./timer-loop.ts";
export { type TimerOwner, TimerQueue } from "./timer-queue.ts";
