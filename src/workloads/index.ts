/** Workloads: when elements are made, what kinds of them there are, and how long the work on each takes. */
export { type Arrivals, createArrivals, rhythmOf } from "./arrivals.ts";
export { batchDelayMsParam } from "./batches.ts";
export { busiestWindow } from "./busiest.ts";
export { failParams, failsOn } from "./failures.ts";
export { importanceNames, importanceOf, requiredEveryParam } from "./importance.ts";
export { isError, type LogValues, logKinds, logParams } from "./logs.ts";
export {
  callFails,
  downFromMsParam,
  downToMsParam,
  failPercentParam,
  type OutageValues,
} from "./outage.ts";
export { type WorkloadValues, workloadParams } from "./params.ts";
export { workload } from "./pick.ts";
export { highEveryParam, priorityKinds, priorityOf } from "./priorities.ts";
export {
  HOT,
  HUMID,
  type Reading,
  readingOf,
  sensorName,
  sensorParams,
} from "./sensors.ts";
export { createServices, type Services, serviceLawOf } from "./services.ts";
