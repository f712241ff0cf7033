/** The monitor of a recording, and its alerts: made when somebody first asks, and shared by all who do. */

import type { Recording } from "../recording.ts";
import { type Alert, AlertWatch } from "./alerts.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { Monitor } from "./monitor.ts";
import { type Thresholds, thresholdParams } from "./thresholds.ts";

interface Watched {
  readonly monitor: Monitor;
  watch: AlertWatch | null;
}

/** What is kept of a recording goes with it: no run knows of another. */
const watched = new WeakMap<Recording, Watched>();

/** The monitor of a recording, as far as it is recorded. */
export function monitorOf(recording: Recording): Monitor {
  return watchedOf(recording).monitor;
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
  const own = watchedOf(recording);
  if (own.watch === null || !sameThresholds(own.watch.thresholds, thresholds)) {
    own.watch = new AlertWatch(recording, own.monitor, thresholds);
  }
  return own.watch.alertsUntil(untilMs);
}

/** Those of some alerts that last at a moment of which `rows` rows are counted in. */
export function lastingAt(alerts: readonly Alert[], timeMs: number, rows: number): Alert[] {
  return alerts.filter(
    ({ fromMs, fromRow, toMs }) =>
      fromMs <= timeMs && fromRow <= rows && (toMs === null || timeMs < toMs),
  );
}

function watchedOf(recording: Recording): Watched {
  let own = watched.get(recording);
  if (own === undefined) {
    own = { monitor: new Monitor(recording), watch: null };
    watched.set(recording, own);
  }
  own.monitor.extend();
  return own;
}

function sameThresholds(one: Thresholds, other: Thresholds): boolean {
  return thresholdParams.every(({ key }) => one[key] === other[key]);
}
