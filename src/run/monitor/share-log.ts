/**
 * How producers and workers spend their time: busy, held, and for the rest of it idle. It is read for the first time
 * when somebody asks, and then grows with the trace in one pass.
 */
import type { Recording } from "../recording.ts";
import { Replay } from "../replay/index.ts";
import { Labour } from "./labour.ts";
import { Making } from "./making.ts";
import { STEPS, stepOf, stepsOver } from "./time-steps.ts";

/** Shares of the time that somebody was there, which sum to 1; all NaN where nobody was. */
export interface Shares {
  readonly busy: number;
  readonly held: number;
  readonly idle: number;
}

const NOBODY: Shares = { busy: Number.NaN, held: Number.NaN, idle: Number.NaN };

/** Up to the end of each step of time. */
class Hours {
  private readonly workedMs = new Float64Array(STEPS);
  private readonly heldMs = new Float64Array(STEPS);
  private readonly presentMs = new Float64Array(STEPS);

  set(step: number, spent: Pick<Making, "workedMs" | "heldMs" | "presentMs">): void {
    this.workedMs[step] = spent.workedMs;
    this.heldMs[step] = spent.heldMs;
    this.presentMs[step] = spent.presentMs;
  }

  between(after: number, until: number): Shares {
    const spent = (column: Float64Array) => (column[until] ?? 0) - (column[after] ?? 0);
    const present = spent(this.presentMs);
    if (!(present > 0)) return NOBODY;
    const busy = spent(this.workedMs) / present;
    const held = spent(this.heldMs) / present;
    return { busy, held, idle: Math.max(0, 1 - busy - held) };
  }
}

class ShareLog {
  readonly source = new Hours();
  readonly workers = new Hours();
  private readonly recording: Recording;
  private readonly replay: Replay;
  private readonly making = new Making();
  private readonly labour = new Labour();
  /** How many steps are over. */
  private over = 0;

  constructor(recording: Recording) {
    const { labour } = this;
    this.recording = recording;
    this.replay = new Replay(recording.trace, recording.cast, {
      turned(actor, timeMs) {
        if (actor.actor.role !== "worker") return;
        labour.moveTo(timeMs, recording.workerStartsMs);
        labour.turned(actor);
      },
    });
  }

  /**
   * Takes in rows that the trace has got since, at most so many, and the steps that are over by now. Returns whether
   * these are all.
   */
  extend(mostRows = Number.POSITIVE_INFINITY): boolean {
    const { recording, replay, making } = this;
    const { trace, durationMs } = recording;
    const end = Math.min(trace.length, replay.rows + mostRows);
    while (replay.rows < end) {
      const timeMs = trace.timeAt(replay.rows);
      this.closeUntil(Math.min(STEPS - 1, stepOf(timeMs, durationMs)));
      making.moveTo(timeMs);
      replay.advanceTo(replay.rows + 1);
      making.standsAt(replay);
    }
    if (end < trace.length) return false;
    this.closeUntil(stepsOver(recording, Number.POSITIVE_INFINITY));
    return true;
  }

  private closeUntil(steps: number): void {
    const { making, labour, recording } = this;
    const { durationMs, lastMs, workerStartsMs } = recording;
    for (; this.over < steps; this.over++) {
      const endMs = Math.min(lastMs, ((this.over + 1) * durationMs) / STEPS);
      making.moveTo(endMs);
      labour.moveTo(endMs, workerStartsMs);
      this.source.set(this.over, making);
      this.workers.set(this.over, labour);
    }
  }
}

const logs = new WeakMap<Recording, ShareLog>();

function logOf(recording: Recording): ShareLog {
  const known = logs.get(recording);
  if (known !== undefined) return known;
  const log = new ShareLog(recording);
  logs.set(recording, log);
  return log;
}

/**
 * Reads on in a recording, at most about so many rows: for a caller that must not be held up. Returns whether all is read
 * that is recorded; reading a share before the log is complete reads all remaining rows at once.
 */
export function readShares(recording: Recording, mostRows: number): boolean {
  return logOf(recording).extend(mostRows);
}

/** How they spent their time from the end of one step (-1: from the start) to that of another. */
export function sharesBetween(
  recording: Recording,
  after: number,
  until: number,
): { readonly source: Shares; readonly workers: Shares } {
  const log = logOf(recording);
  log.extend();
  return { source: log.source.between(after, until), workers: log.workers.between(after, until) };
}
