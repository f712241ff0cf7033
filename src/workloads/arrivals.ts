/** When elements are made: the pauses of the rhythm that the settings name, in whole ms. */
import type { Random } from "../kernel/index.ts";
import type { WorkloadValues } from "./params.ts";
import { type Rhythm, rhythms } from "./rhythms.ts";
import { WholeMs } from "./whole-ms.ts";

/** The pauses between elements. */
export interface Arrivals {
  /** Returns the pause in whole ms before the next element. To be called once after each element. */
  nextDelayMs(): number;
}

/** Returns the rhythm of that name. */
export function rhythmOf(value: WorkloadValues["arrivals"]): Rhythm {
  return rhythms.find((rhythm) => rhythm.value === value) as Rhythm;
}

/** Returns the arrivals that `values` describes. It is read anew for each pause, so it may change during the run. */
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
