/** RunSpec -> trace -> what stands where at a time. Pure: no clock but the virtual one. */

export type { Actor, ActorRole } from "../systems/index.ts";
export type { Carrier } from "./carriers.ts";
export { claimRunOf } from "./claim-run.ts";
export { History, type Marks } from "./history.ts";
export { eventAt, lastEvents, lifelineOf, type TraceEvent } from "./lifeline.ts";
export type { WaitPercentiles } from "./monitor.ts";
export { ALERT_KINDS, type Alert, type AlertKind } from "./monitor-alerts.ts";
export type { Figures } from "./monitor-figures.ts";
export { alertsOf, figuresAt, lastingAt, monitorOf } from "./monitor-of.ts";
export {
  csvOf,
  MOST_SAMPLES,
  sampleColumns,
  sampleStepMs,
  samplesOf,
  sampleTimes,
} from "./monitor-samples.ts";
export {
  type ThresholdKey,
  type Thresholds,
  thresholdParams,
  thresholdsOf,
  withThreshold,
} from "./monitor-thresholds.ts";
export { type RunValues, runParams } from "./params.ts";
export { ratesAt, rateWindowMs } from "./rates.ts";
export { Recording, type RunEnd } from "./recording.ts";
export { type SeriesPoint, type SeriesRange, seriesOf } from "./series.ts";
export { type Simulation, seeded, startSimulation } from "./simulation.ts";
export {
  DEFAULT_SEED,
  type Intervention,
  initialValues,
  MAX_SEED,
  paramOf,
  paramsOf,
  type RunSpec,
  scenarioValue,
  valueOfParam,
  valuesAt,
} from "./spec.ts";
export type { ActorState, RunCast, RunState } from "./state.ts";
export { isPart, rowsAfterNext, rowsBeforeLast } from "./steps.ts";
export { thresholdLinks } from "./threshold-links.ts";
export { type PrintedLine, printedLines } from "./transcript.ts";
