/** Who makes what, and what work it is: arrivals and service times. */
export { type Arrivals, createArrivals, rhythmOf } from "./arrivals.ts";
export { type WorkloadValues, workloadParams } from "./params.ts";
export { workload } from "./pick.ts";
export { highEveryParam, priorityNames, priorityOf } from "./priorities.ts";
export { createServices, type Services, serviceLawOf } from "./services.ts";
