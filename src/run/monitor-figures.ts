/** The figures of a run at a moment, as a monitor shows them. */
import { UNLIMITED } from "../systems/kotlin/index.ts";
import type { EventTally } from "./event-tally.ts";
import { lossPercent, type Monitor, type WaitPercentiles } from "./monitor.ts";
import { stepsOver } from "./monitor-steps.ts";
import { ratePerSec } from "./rate.ts";
import type { Recording } from "./recording.ts";

/** Elements of a run by what has become of them, to the event. */
export interface MonitorCounts {
  readonly produced: number;
  readonly received: number;
  readonly done: number;
  readonly dropped: number;
  readonly failed: number;
  readonly rejected: number;
}

/** Over the window before the last step that is over. */
export interface RecentFigures {
  readonly producedPerSec: number;
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
  readonly depth: number;
  /** Places in the buffer; null for no bound. */
  readonly capacity: number | null;
  readonly recent: RecentFigures;
  /** The same of all that was. */
  readonly soFar: Pick<RecentFigures, "lossPercent" | "waits" | "utilisation">;
}

/** The figures at a moment: counts and depth after the first `rows` rows, all else as of the last step that is over. */
export function figuresOf(
  monitor: Monitor,
  recording: Recording,
  timeMs: number,
  rows: number = recording.trace.rowsUntil(timeMs),
): Figures {
  const state = recording.history.stateAtRow(rows);
  const { produced, received, done, dropped, rejected, capacity } = state;
  const failed = state.failed + state.failedWork;
  const step = stepsOver(recording, timeMs) - 1;
  return {
    timeMs,
    counts: { produced, received, done, dropped, failed, rejected },
    depth: state.buffer.length,
    capacity: capacity === UNLIMITED ? null : capacity,
    recent: recentFigures(monitor, recording, step),
    soFar: {
      lossPercent: lossPercent(dropped + failed + rejected, produced),
      waits: monitor.waitsUntil(step),
      utilisation: monitor.utilisation(-1, step),
    },
  };
}

function recentFigures(
  monitor: Monitor,
  { history: { bucketMs } }: Recording,
  step: number,
): RecentFigures {
  const { windowSteps, produced, received, done, lost } = monitor;
  const perSec = (tally: EventTally) =>
    step < 0 ? 0 : ratePerSec(tally, step, windowSteps, bucketMs);
  const count = (tally: EventTally) => tally.totalAt(step) - tally.totalAt(step - windowSteps);
  return {
    producedPerSec: perSec(produced),
    receivedPerSec: perSec(received),
    donePerSec: perSec(done),
    lostPerSec: perSec(lost),
    lossPercent: lossPercent(count(lost), count(produced)),
    waits: monitor.waitsBefore(step),
    utilisation: monitor.utilisation(step - windowSteps, step),
  };
}
