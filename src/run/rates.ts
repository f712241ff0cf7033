/** The rates at which elements are made, done and lost at a time of a run. */
import type { History } from "./history.ts";
import { ratePerSec } from "./rate.ts";

/** Elements per second; NaN where a rate is not known yet. */
export interface Rates {
  readonly madePerSec: number;
  readonly donePerSec: number;
  readonly lostPerSec: number;
}

export function ratesAt({ made, done, lost }: History, timeMs: number): Rates {
  return {
    madePerSec: ratePerSec(made, timeMs),
    donePerSec: ratePerSec(done, timeMs),
    lostPerSec: ratePerSec(lost, timeMs),
  };
}
