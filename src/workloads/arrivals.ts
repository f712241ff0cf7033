/** When elements are made: the rhythm that the settings name, in whole ms. */
import type { Random } from "../kernel/index.ts";
import type { WorkloadValues } from "./params.ts";
import { type Rhythm, rhythms } from "./rhythms.ts";
import { WholeMs } from "./whole-ms.ts";

/** Asked once after each element. */
export interface Arrivals {
  /** Pause in whole ms before the next element. */
  nextDelayMs(): number;
}

/** The rhythm of that name. */
export function rhythmOf(value: WorkloadValues["arrivals"]): Rhythm {
  return rhythms.find((rhythm) => rhythm.value === value) as Rhythm;
}

/** The arrivals that `values` describe; `values` is read anew each time, so that it may change on the way. */
export function createArrivals(values: WorkloadValues, random: Random): Arrivals {
  const rhythm = rhythmOf(values.arrivals);
  const wholeMs = new WholeMs();
  let made = 0;
  return {
    nextDelayMs() {
      made++;
      return wholeMs.next(rhythm.pauseMs(values, random, made));
    },
  };
}
