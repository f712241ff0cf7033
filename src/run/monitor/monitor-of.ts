/** The figures of a recording, and its alerts: made on the first request, then shared. */

import { LateLogs } from "../follow.ts";
import type { Recording } from "../recording.ts";
import { type Alert, AlertWatch } from "./alerts.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { Monitor } from "./monitor.ts";
import { type Thresholds, thresholdParams } from "./thresholds.ts";

/** The watch over a recording's alerts goes with it: no run knows of another. */
const watches = new WeakMap<Recording, AlertWatch>();

/** A recording's monitor goes with it, too. */
export const monitors: LateLogs<Recording, Monitor> = new LateLogs(
  "monitor",
  (recording: Recording) => new Monitor(recording),
);

/** The monitor of a recording, as far as it is recorded. It watches from the start, whenever it is first asked for. */
export function monitorOf(recording: Recording): Monitor {
  const monitor = monitors.of(recording);
  monitor.settle();
  return monitor;
}

/** Lets the monitor read at most so many rows more. Returns whether it has read all: from then on it goes with the run. */
export function readMonitor(recording: Recording, mostRows: number): boolean {
  return monitors.readOn(recording, mostRows);
}

/** The figures at a time, after `rows` rows if only a part of that instant is meant. */
export function figuresAt(recording: Recording, timeMs: number, rows?: number): Figures {
  return figuresOf(monitorOf(recording), recording, timeMs, rows);
}

/** The alerts that have begun by `untilMs`. */
export function alertsOf(
  recording: Recording,
  thresholds: Thresholds,
  untilMs: number = Number.POSITIVE_INFINITY,
): readonly Alert[] {
  const monitor = monitorOf(recording);
  let watch = watches.get(recording);
  if (watch === undefined || !sameThresholds(watch.thresholds, thresholds)) {
    watch = new AlertWatch(recording, monitor, thresholds);
    watches.set(recording, watch);
  }
  return watch.alertsUntil(untilMs);
}

/** Those of some alerts that last at a moment of which `rows` rows are counted in. */
export function lastingAt(alerts: readonly Alert[], timeMs: number, rows: number): Alert[] {
  return alerts.filter(
    ({ fromMs, fromRow, toMs }) =>
      fromMs <= timeMs && fromRow <= rows && (toMs === null || timeMs < toMs),
  );
}

function sameThresholds(one: Thresholds, other: Thresholds): boolean {
  return thresholdParams.every(({ key }) => one[key] === other[key]);
}
