/**
 * Lets a log join a history late: it first replays the rows so far, at once or a part at a time, and from then on
 * follows each further row.
 */
import type { Follower, History } from "./history.ts";
import type { LogName } from "./log-bytes.ts";
import { Replay, type Witness } from "./replay/index.ts";

/** A follower that is catching up with the rows so far. */
class LateFollower {
  private readonly history: History;
  private readonly follower: Follower;
  /** Null once it has caught up. */
  private replay: Replay | null;

  constructor(history: History, follower: Follower) {
    this.history = history;
    this.follower = follower;
    this.replay = new Replay(history.trace, history.cast, follower.witness);
  }

  /** Replays at most `mostRows` more rows. Returns whether it has caught up; from then on it grows with the history. */
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

/** A follower that knows how many bytes it takes: never more than `logBytesOf` counts for its name. */
export interface Log extends Follower {
  readonly byteLength: number;
}

/** The logs of one kind: one for each history, written from when somebody first asks for it. */
export class LateLogs<Source extends { readonly history: History }, Own extends Log> {
  /** The name by which its bytes are counted for every run. */
  readonly name: LogName;
  private readonly logs = new WeakMap<
    History,
    { readonly log: Own; readonly late: LateFollower }
  >();
  private readonly begin: (source: Source) => Own;
  private readonly readsIn: Pick<LateLogs<Source, Log>, "of" | "readOn"> | null;

  /** `readsIn`: the logs that this one reads; they receive each row before it does. */
  constructor(
    name: LogName,
    begin: (source: Source) => Own,
    readsIn: Pick<LateLogs<Source, Log>, "of" | "readOn"> | null = null,
  ) {
    this.name = name;
    this.begin = begin;
    this.readsIn = readsIn;
  }

  /** The complete log of everything recorded so far; reads at once what is missing. */
  of(source: Source): Own {
    this.readsIn?.of(source);
    const { log, late } = this.entryOf(source);
    late.readOn(Number.POSITIVE_INFINITY);
    return log;
  }

  /** Reads at most `mostRows` more rows, for a caller that must not block. Returns whether the log is complete. */
  readOn(source: Source, mostRows: number): boolean {
    if (this.readsIn?.readOn(source, mostRows) === false) return false;
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

/** A witness that passes everything on to all of `witnesses`, in order. */
function together(witnesses: readonly Witness[]): Witness {
  const joint: Record<string, (...what: unknown[]) => void> = {};
  const names = new Set(witnesses.flatMap((witness) => Object.keys(witness)));
  for (const name of names as Set<keyof Witness>) {
    const listeners = witnesses.flatMap(
      (witness) => (witness[name] as (typeof joint)[string]) ?? [],
    );
    const [only] = listeners;
    joint[name] =
      only !== undefined && listeners.length === 1
        ? only
        : (a, b, c, d) => {
            for (const listener of listeners) listener(a, b, c, d);
          };
  }
  return joint;
}
