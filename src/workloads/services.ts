import type { Random } from "../engine/index.ts";
import type { WorkloadValues } from "./params.ts";
import { WholeMs } from "./whole-ms.ts";

/** How long elements take. An element's own share is drawn when it is made, so that it takes the same time under every strategy. */
export interface Services {
  /** Draws the work of the next element made, as a multiple of the average. */
  drawWork(): number;
  /** Time in whole ms that an element of so much work takes now. */
  serviceMs(work: number): number;
}

/** The services that `values` describe; `values` is read anew each time, so that it may change on the way. */
export function createServices(values: WorkloadValues, random: Random): Services {
  const wholeMs = new WholeMs();
  const spread = values.service === "exponential";
  return {
    drawWork: () => (spread ? random.nextExponential(1) : 1),
    serviceMs: (work) => wholeMs.next(work * values.consumerDelayMs),
  };
}
