/**
 * How somebody joins a history late: told first what has happened so far, at once or a part at a time, and from then on
 * of each further row.
 */
import type { Follower, History } from "./history.ts";
import { Replay, type Witness } from "./replay/index.ts";

/** A follower that is being told the rows so far. */
class LateFollower {
  private readonly history: History;
  private readonly follower: Follower;
  /** Null once it has been told all of them. */
  private replay: Replay | null;

  constructor(history: History, follower: Follower) {
    this.history = history;
    this.follower = follower;
    this.replay = new Replay(history.trace, history.cast, follower.witness);
  }

  /** Tells it at most so many rows more. Returns whether it has been told all: from then on it grows with the history. */
  readOn(mostRows: number): boolean {
    const { replay, follower } = this;
    if (replay === null) return true;
    const { trace, head, followers } = this.history;
    const end = Math.min(head.rows, replay.rows + mostRows);
    for (let row = replay.rows; row < end; row++) {
      follower.beforeRow?.(trace.timeAt(row), row);
      replay.advanceTo(row + 1);
      follower.afterRow?.(replay);
    }
    if (end < head.rows) return false;
    followers.push(follower);
    head.witness = together([head.witness, follower.witness]);
    this.replay = null;
    return true;
  }
}

/** A log of each history, written from when somebody first asks for it. */
export class LateLogs<Source extends { readonly history: History }, Log extends Follower> {
  private readonly logs = new WeakMap<
    History,
    { readonly log: Log; readonly late: LateFollower }
  >();
  private readonly begin: (source: Source) => Log;

  constructor(begin: (source: Source) => Log) {
    this.begin = begin;
  }

  /** The log with all that has happened so far: whoever asks waits for it. */
  of(source: Source): Log {
    const { log, late } = this.entryOf(source);
    late.readOn(Number.POSITIVE_INFINITY);
    return log;
  }

  /** Writes on for at most so many rows, for a caller that must not be held up. Returns whether all is written. */
  readOn(source: Source, mostRows: number): boolean {
    return this.entryOf(source).late.readOn(mostRows);
  }

  private entryOf(source: Source) {
    const known = this.logs.get(source.history);
    if (known !== undefined) return known;
    const log = this.begin(source);
    const entry = { log, late: new LateFollower(source.history, log) };
    this.logs.set(source.history, entry);
    return entry;
  }
}

/** One who tells all of them, in their order. */
function together(witnesses: readonly Witness[]): Witness {
  const told: Record<string, (...what: unknown[]) => void> = {};
  const names = new Set(witnesses.flatMap((witness) => Object.keys(witness)));
  for (const name of names as Set<keyof Witness>) {
    const listeners = witnesses.flatMap(
      (witness) => (witness[name] as (typeof told)[string]) ?? [],
    );
    const [only] = listeners;
    told[name] =
      only !== undefined && listeners.length === 1
        ? only
        : (a, b, c, d) => {
            for (const listener of listeners) listener(a, b, c, d);
          };
  }
  return told;
}
