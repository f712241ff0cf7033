import { definerOf, VirtualScheduler } from "../reactive/index.ts";
import { rxjava } from "./system.ts";

/** Declares a strategy that is a program of RxJava. */
export const defineStrategy = definerOf(rxjava, {
  newClock: (maxEvents) => new VirtualScheduler(maxEvents),
  requestsAfterEnd: true,
});
