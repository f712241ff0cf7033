import { definerOf } from "../reactive/index.ts";
import { reactor } from "./system.ts";
import { VirtualTimeScheduler } from "./virtual-time-scheduler.ts";

/** Declares a strategy that is a program of Reactor. */
export const defineStrategy = definerOf(reactor, {
  newClock: (maxEvents) => new VirtualTimeScheduler(maxEvents),
  requestsAfterEnd: false,
});
