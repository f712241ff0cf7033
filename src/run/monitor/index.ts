/** What a monitor of a run measures: figures, waits, alerts, and the history as a table. */
export { ALERT_KINDS, type Alert, type AlertKind } from "./alerts.ts";
export type { Figures } from "./figures.ts";
export type { WaitPercentiles } from "./monitor.ts";
export { alertsOf, figuresAt, lastingAt, monitorOf, readMonitor } from "./monitor-of.ts";
export {
  type LossPoint,
  lossesAt,
  lossesOverTime,
  type SharePoint,
  sharesAt,
  sharesOverTime,
  type WaitPoint,
  waitsAt,
  waitsOverTime,
} from "./over-time.ts";
export {
  csvOf,
  MOST_SAMPLES,
  sampleColumns,
  sampleStepMs,
  samplesOf,
  sampleTimes,
} from "./samples.ts";
export { readShares, type Shares, sharesBetween } from "./share-log.ts";
export { thresholdLinks } from "./threshold-links.ts";
export {
  type ThresholdKey,
  type Thresholds,
  thresholdParams,
  thresholdsOf,
  withThreshold,
} from "./thresholds.ts";
