/** Who makes what, and what work it is: arrivals and service times. */
export { type Arrivals, createArrivals } from "./arrivals.ts";
export { type WorkloadValues, workloadParams } from "./params.ts";
export { createServices, type Services } from "./services.ts";
