/** The virtual clock: timers, what is ready, and seeded random numbers. Knows no library and no page. */
export { type Dispatched, Dispatcher } from "./dispatcher.ts";
export { type LimitKind, RunLimitReached } from "./limits.ts";
export type { EndOfMachine, Machine } from "./machine.ts";
export { Random } from "./random.ts";
export { ReadyQueue } from "./ready-queue.ts";
export { TimerLoop, type TimerTask } from "./timer-loop.ts";
export { type TimerOwner, TimerQueue } from "./timer-queue.ts";
