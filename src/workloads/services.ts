/** How long elements take: the law that the settings name, in whole ms. */
import type { Random } from "../kernel/index.ts";
import type { WorkloadValues } from "./params.ts";
import { type ServiceLaw, serviceLaws } from "./service-laws.ts";
import { WholeMs } from "./whole-ms.ts";

/** An element's share of work is drawn when it is made, so that it is the same under every strategy. */
export interface Services {
  /** Draws the work of the next element made, as a multiple of the average. */
  drawWork(): number;
  /** Time in whole ms that an element of so much work takes now. */
  serviceMs(work: number): number;
}

/** The law of that name. */
export function serviceLawOf(value: WorkloadValues["service"]): ServiceLaw {
  return serviceLaws.find((law) => law.value === value) as ServiceLaw;
}

/** The services that `values` describe; `values` is read anew each time, so that it may change on the way. */
export function createServices(values: WorkloadValues, random: Random): Services {
  const law = serviceLawOf(values.service);
  const wholeMs = new WholeMs();
  return {
    drawWork: () => law.drawWork(random),
    serviceMs: (work) => wholeMs.next(work * values.consumerDelayMs),
  };
}
