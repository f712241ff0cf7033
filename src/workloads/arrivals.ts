import type { Random } from "../engine/index.ts";
import type { WorkloadValues } from "./params.ts";
import { WholeMs } from "./whole-ms.ts";

/** When the next element is made: asked once after each element. */
export interface Arrivals {
  /** Pause in whole ms before the next element. */
  nextDelayMs(): number;
}

type Rhythm = (values: WorkloadValues, random: Random, made: number) => number;

const RHYTHMS: Readonly<Record<WorkloadValues["arrivals"], Rhythm>> = {
  steady: ({ producerDelayMs }) => producerDelayMs,
  jitter: ({ producerDelayMs, jitterPercent }, random) =>
    producerDelayMs * (1 + (jitterPercent / 100) * (2 * random.nextDouble() - 1)),
  bursts: ({ producerDelayMs, burstSize }, _random, made) =>
    made % burstSize === 0 ? producerDelayMs * burstSize : 0,
  poisson: ({ producerDelayMs }, random) => random.nextExponential(producerDelayMs),
};

/** The arrivals that `values` describe; `values` is read anew each time, so that it may change on the way. */
export function createArrivals(values: WorkloadValues, random: Random): Arrivals {
  const rhythm = RHYTHMS[values.arrivals];
  const wholeMs = new WholeMs();
  let made = 0;
  return {
    nextDelayMs() {
      made++;
      return wholeMs.next(rhythm(values, random, made));
    },
  };
}
