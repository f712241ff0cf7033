/** How long the work on elements takes: times drawn by the law that the settings name, in whole ms. */
import type { Random } from "../kernel/index.ts";
import type { WorkloadValues } from "./params.ts";
import { type ServiceLaw, serviceLaws } from "./service-laws.ts";
import { WholeMs } from "./whole-ms.ts";

/** The work of elements. It is drawn when an element is made, so that it is the same under every strategy. */
export interface Services {
  /** Draws the work of the next element made, as a multiple of the average. */
  drawWork(): number;
  /** Returns the time in whole ms that `work` takes with the current settings. */
  serviceMs(work: number): number;
}

/** Returns the law of that name. */
export function serviceLawOf(value: WorkloadValues["service"]): ServiceLaw {
  return serviceLaws.find((law) => law.value === value) as ServiceLaw;
}

/** Returns the services that `values` describes. It is read anew for each element, so it may change during the run. */
export function createServices(values: WorkloadValues, random: Random): Services {
  const law = serviceLawOf(values.service);
  const wholeMs = new WholeMs();
  return {
    drawWork: () => law.drawWork(random),
    serviceMs: (work) => wholeMs.next(work * values.consumerDelayMs),
  };
}
