/**
 * What a monitor shows over time, over the window before a moment: waits, how those who act spend their time, and which
 * share was lost, beside the same since the start.
 */

import type { Recording } from "../recording.ts";
import { type SeriesRange, stretchesOf } from "../series.ts";
import { lossPercent, recentLossPercent, type WaitPercentiles } from "./monitor.ts";
import { monitorOf } from "./monitor-of.ts";
import { type Shares, sharesBetween } from "./share-log.ts";
import { stepsOver } from "./time-steps.ts";

export interface WaitPoint extends WaitPercentiles {
  readonly timeMs: number;
}

/** The same as `recent.waits` of the figures at that time. */
export function waitsAt(recording: Recording, timeMs: number): WaitPoint {
  const step = stepsOver(recording, timeMs) - 1;
  return { timeMs, ...monitorOf(recording).waitsBefore(step) };
}

/** Points at equal distances from 0, and one at the play head. */
export function waitsOverTime(recording: Recording, range: SeriesRange): WaitPoint[] {
  const { bucketMs } = recording.history;
  return stretchesOf(bucketMs, range).map(({ timeMs }) => waitsAt(recording, timeMs));
}

export interface LossPoint {
  readonly timeMs: number;
  /** Over the window before the last step that is over. */
  readonly recentLossPercent: number;
  /** Since the start. */
  readonly lossSoFarPercent: number;
}

/** The same as the losses of the figures at that time. */
export function lossesAt(recording: Recording, timeMs: number): LossPoint {
  const { made, lost } = recording.history;
  return {
    timeMs,
    recentLossPercent: recentLossPercent(monitorOf(recording), stepsOver(recording, timeMs) - 1),
    lossSoFarPercent: lossPercent(lost.totalUntil(timeMs), made.totalUntil(timeMs)),
  };
}

/** Points at equal distances from 0, and one at the play head. */
export function lossesOverTime(recording: Recording, range: SeriesRange): LossPoint[] {
  const { bucketMs } = recording.history;
  return stretchesOf(bucketMs, range).map(({ timeMs }) => lossesAt(recording, timeMs));
}

export interface SharePoint {
  readonly timeMs: number;
  /** Of the producers: busy while they keep their rhythm, held while nobody lets them, idle for the rest. */
  readonly source: Shares;
  /** Of the workers: busy while they work on an element. */
  readonly workers: Shares;
}

/** Over the window before the last step that is over; `workers.busy` is the utilisation of the figures. */
export function sharesAt(recording: Recording, timeMs: number): SharePoint {
  const step = stepsOver(recording, timeMs) - 1;
  return { timeMs, ...sharesBetween(recording, step - monitorOf(recording).windowSteps, step) };
}

/** Points at equal distances from 0, and one at the play head. */
export function sharesOverTime(recording: Recording, range: SeriesRange): SharePoint[] {
  const { bucketMs } = recording.history;
  return stretchesOf(bucketMs, range).map(({ timeMs }) => sharesAt(recording, timeMs));
}
