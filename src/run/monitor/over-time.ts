/** What a monitor shows over time: waits, and how those who act spend theirs, each over the window before a moment. */

import type { Recording } from "../recording.ts";
import { type SeriesRange, stretchesOf } from "../series.ts";
import type { WaitPercentiles } from "./monitor.ts";
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
