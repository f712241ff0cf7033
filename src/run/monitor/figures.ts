/** The figures of a run at a moment, as a monitor shows them. */
import { capacityOf } from "../history.ts";
import { ratePerSec } from "../rate.ts";
import type { Recording } from "../recording.ts";
import { lossPercent, type Monitor, recentLossPercent, type WaitPercentiles } from "./monitor.ts";
import { stepsOver } from "./time-steps.ts";

/** Elements of a run by what has become of them, to the event. */
export interface MonitorCounts {
  readonly made: number;
  readonly received: number;
  readonly done: number;
  /** Whatever will never be done. */
  readonly lost: number;
  readonly dropped: number;
  readonly failed: number;
  readonly rejected: number;
  readonly undelivered: number;
}

/** Rates as of the moment itself; all else over the window before the last step that is over. */
export interface RecentFigures {
  /** Elements per second; NaN where it is not known yet. */
  readonly madePerSec: number;
  readonly receivedPerSec: number;
  readonly donePerSec: number;
  readonly lostPerSec: number;
  readonly lossPercent: number;
  readonly waits: WaitPercentiles;
  /** Of the workers, in percent; NaN where there are none. */
  readonly utilisation: number;
}

export interface Figures {
  readonly timeMs: number;
  readonly counts: MonitorCounts;
  /** Waiting in buffers. */
  readonly depth: number;
  /** Places in the buffers; null for no bound. */
  readonly capacity: number | null;
  readonly recent: RecentFigures;
  /** The same of all that was. */
  readonly soFar: Pick<RecentFigures, "lossPercent" | "waits" | "utilisation">;
}

/** The figures at a moment: counts and depth after the first `rows` rows. */
export function figuresOf(
  monitor: Monitor,
  recording: Recording,
  timeMs: number,
  rows: number = recording.trace.rowsUntil(timeMs),
): Figures {
  const state = recording.history.cursorAtRow(rows);
  const { made, received, done, lost, lostBy, waiting } = state;
  const capacity = capacityOf(state);
  const step = stepsOver(recording, timeMs) - 1;
  return {
    timeMs,
    counts: { made, received, done, lost, ...lostBy },
    depth: waiting,
    capacity: Number.isFinite(capacity) ? capacity : null,
    recent: recentFigures(monitor, recording, timeMs, step),
    soFar: {
      lossPercent: lossPercent(lost, made),
      waits: monitor.waitsUntil(step),
      utilisation: monitor.utilisation(-1, step),
    },
  };
}

function recentFigures(
  monitor: Monitor,
  { history: { made, done, lost } }: Recording,
  timeMs: number,
  step: number,
): RecentFigures {
  const { windowSteps, received } = monitor;
  return {
    madePerSec: ratePerSec(made, timeMs),
    receivedPerSec: ratePerSec(received, timeMs),
    donePerSec: ratePerSec(done, timeMs),
    lostPerSec: ratePerSec(lost, timeMs),
    lossPercent: recentLossPercent(monitor, step),
    waits: monitor.waitsBefore(step),
    utilisation: monitor.utilisation(step - windowSteps, step),
  };
}
