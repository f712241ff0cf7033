/** RunSpec -> trace -> state of the run at a time. Pure: the only clock is the virtual one. */

export type { Actor, ActorRole } from "../systems/index.ts";
export { arrivalsOf, birthsOf } from "./arrivals.ts";
export { awaitsSignal, sourceConnection } from "./awaits-signal.ts";
export { bodyEndMsOf } from "./body-end.ts";
export {
  CALL_OUTCOMES,
  type Call,
  type CallLog,
  type CallOutcome,
  callsOf,
  pausingIn,
  readCalls,
} from "./calls.ts";
export { claimRunOf, type ReadableClaimRun } from "./claim-run.ts";
export { type DemandStep, demandAt, demandSteps, readDemand } from "./demand-log.ts";
export { isPart, rowsAfterNext, rowsBeforeLast } from "./event-steps.ts";
export { type GateStates, gateStatesOf } from "./gate-states.ts";
export type { GaugeStep } from "./gauge-steps.ts";
export {
  type Collection,
  collectionsOf,
  type HeapPoint,
  heapAt,
  heapOverTime,
} from "./heap-over-time.ts";
export { heldAnywhere, heldBefore, waitsAnywhere } from "./held.ts";
export { capacityOf, History, type Marks } from "./history.ts";
export {
  type Ladder,
  type LadderMark,
  type LadderWindow,
  type Loss,
  ladderOf,
  MOST_LINES,
  type Segment,
} from "./ladder.ts";
export type { Bundle } from "./ladder-bundles.ts";
export { readLadder } from "./ladder-log.ts";
export { elementBeside, elementNear, lineOf } from "./ladder-pick.ts";
export type { StayKind } from "./ladder-stays.ts";
export { eventAt, lastEvents, lifelineOf, type TraceEvent } from "./lifeline.ts";
export { heapBytes } from "./memory.ts";
export {
  ALERT_KINDS,
  type Alert,
  type AlertKind,
  alertsOf,
  csvOf,
  type Figures,
  figuresAt,
  type LossPoint,
  lastingAt,
  lossesAt,
  lossesOverTime,
  MOST_SAMPLES,
  monitorOf,
  readMonitor,
  readShares,
  type SharePoint,
  type Shares,
  sampleColumns,
  sampleStepMs,
  samplesOf,
  sampleTimes,
  sharesAt,
  sharesBetween,
  sharesOverTime,
  type ThresholdKey,
  type Thresholds,
  thresholdLinks,
  thresholdParams,
  thresholdsOf,
  type WaitPercentiles,
  type WaitPoint,
  waitsAt,
  waitsOverTime,
  withThreshold,
} from "./monitor/index.ts";
export { type Move, moveOf, type Place } from "./moves.ts";
export { openingSpec } from "./opening-spec.ts";
export { type RunValues, runParams } from "./params.ts";
export { ratePerSec } from "./rate.ts";
export { ratesAt } from "./rates.ts";
export { MOST_BYTES, Recording, type RunEnd } from "./recording.ts";
export { Replay, type RunCast, type Witness } from "./replay/index.ts";
export { type Request, type Requests, readRequests, requestsOver } from "./request-log.ts";
export { readResults, resultsOf } from "./result-log.ts";
export { type RowIndex, readRows, rowIndexOf } from "./row-index.ts";
export type { RowLog } from "./row-log.ts";
export type {
  ActorState,
  ConnectionState,
  Elements,
  Held,
  KindCount,
  RunState,
  StationState,
} from "./run-state.ts";
export { type SeriesPoint, type SeriesRange, seriesOf } from "./series.ts";
export { seeded, startSimulation } from "./simulation.ts";
export {
  DEFAULT_SEED,
  initialValues,
  MAX_SEED,
  paramOf,
  paramsOf,
  type RunSpec,
  scenarioValue,
  valueOfParam,
  valuesAt,
} from "./spec.ts";
export {
  MOST_STEPS,
  readStaircase,
  type Staircase,
  type StaircaseReading,
  type Step,
  staircaseOf,
} from "./staircase.ts";
export { type PrintedLine, printedLines } from "./transcript.ts";
export {
  type AskedToWait,
  readWrites,
  WRITES_IN_A_ROW,
  type Write,
  type WriteLog,
  writesOf,
  writtenConnection,
} from "./write-log.ts";
