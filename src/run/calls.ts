/**
 * The calls of a run: when each begins and ends, who makes it, and how it ends. Where a breaker guards the service,
 * each element offered to it is a call; elsewhere each attempt of a worker on an element that it has taken is one.
 */
import type { Station, Topology } from "../systems/index.ts";
import { firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { ActorReplay, Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";
import type { ActorState, RunState } from "./run-state.ts";

/** `refused`: rejected before the service was tried. */
export const CALL_OUTCOMES = ["answered", "failed", "refused"] as const;

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export interface Call {
  readonly element: number;
  /** The rows with which it begins and ends; `overRow` is Infinity while it lasts. */
  readonly row: number;
  readonly overRow: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Null while it lasts. */
  readonly outcome: CallOutcome | null;
}

/** What calls are read from. */
export interface CallSource {
  readonly history: History;
}

/** The activities of an actor that has ended. */
const ENDED: ReadonlySet<ActorState["activity"]> = new Set(["ended", "cancelled", "failed"]);
const LASTS = -1;
/** The factor that packs a row and the number of an outcome into one number. */
const OUTCOMES = 4;

export class CallLog implements Log {
  readonly witness: Witness;
  /** The rows with which calls ended, by outcome. */
  readonly over: Readonly<Record<CallOutcome, RowLog>>;
  /** By caller: the places of its calls, in order. */
  readonly callers: Column[] = [];
  private readonly elements = new Column(Int32Array);
  private readonly rows = new Column(Int32Array);
  /** The row with which each call ends, packed with its outcome; `LASTS` until then. */
  private readonly ends = new Column(Int32Array);

  private readonly trace: Trace;
  /** By element: the place of the call in progress with it. */
  private readonly open = new Map<number, number>();
  /** The row being replayed. */
  private row = 0;

  constructor({ trace, cast }: History) {
    this.trace = trace;
    this.over = {
      answered: new RowLog(trace),
      failed: new RowLog(trace),
      refused: new RowLog(trace),
    };
    this.witness = isGuarded(cast.topology)
      ? this.ofBreaker()
      : this.ofWorkers(cast.topology.stations.some(triesAgain));
  }

  get length(): number {
    return this.elements.length;
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    const { answered, failed, refused } = this.over;
    const columns = [
      ...[this.elements, this.rows, this.ends, answered, failed, refused],
      ...this.callers,
    ];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** The call at a place. */
  at(place: number): Call {
    const { trace } = this;
    const row = this.rows.at(place);
    const end = this.ends.at(place);
    const lasts = end === LASTS;
    const overRow = Math.floor(end / OUTCOMES);
    return {
      element: this.elements.at(place),
      row,
      overRow: lasts ? Number.POSITIVE_INFINITY : overRow,
      fromMs: trace.timeAt(row),
      toMs: lasts ? Number.POSITIVE_INFINITY : trace.timeAt(overRow),
      outcome: lasts ? null : (CALL_OUTCOMES[end % OUTCOMES] ?? null),
    };
  }

  /** The element of the call at a place. */
  elementAt(place: number): number {
    return this.elements.at(place);
  }

  /** When the call at a place begins, in ms. */
  fromMs(place: number): number {
    return this.trace.timeAt(this.rows.at(place));
  }

  /** How many calls have begun by `timeMs`. */
  countUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.fromMs(place) > timeMs);
  }

  /** The place, among a caller's calls, of the first that begins at or after `timeMs`; with `after`, only after it. */
  firstOf(caller: number, timeMs: number, after = false): number {
    const places = this.callers[caller];
    if (places === undefined) return 0;
    return firstWhere(places.length, (place) => {
      const fromMs = this.fromMs(places.at(place));
      return after ? fromMs > timeMs : fromMs >= timeMs;
    });
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  /** The actor that makes an element calls with it; the call is answered when the breaker passes the element on. */
  private ofBreaker(): Witness {
    return {
      made: (element, _timeMs, maker) => this.begin(element, maker),
      entered: (element) => this.end(element, "answered"),
      wentOn: (element) => this.end(element, "answered"),
      lost: (element, _timeMs, _weight, manner) => {
        this.end(element, manner === "rejected" ? "refused" : "failed");
      },
    };
  }

  private ofWorkers(triesAgain: boolean): Witness {
    return {
      called: (element, worker) => this.begin(element, worker),
      ...(triesAgain && { leftCall: (element: number) => this.end(element, "failed") }),
      done: (element) => this.end(element, "answered"),
      lost: (element) => this.end(element, "failed"),
      turned: ({ activity, hand }) => {
        if (ENDED.has(activity)) for (const element of hand) this.end(element, "failed");
      },
    };
  }

  private begin(element: number, { actor }: ActorReplay): void {
    const place = this.length;
    this.elements.push(element);
    this.rows.push(this.row);
    this.ends.push(LASTS);
    this.open.set(element, place);
    // All senders (actors for one element each) share one row.
    const index = actor.role === "sender" ? 0 : actor.index;
    while (this.callers.length <= index) this.callers.push(new Column(Int32Array));
    this.callers[index]?.push(place);
  }

  private end(element: number, outcome: CallOutcome): void {
    const place = this.open.get(element);
    if (place === undefined) return;
    this.open.delete(element);
    this.ends.set(place, this.row * OUTCOMES + CALL_OUTCOMES.indexOf(outcome));
    this.over[outcome].push(this.row);
  }
}

function isGuarded({ stations }: Topology): boolean {
  return stations.some(({ kind }) => kind === "breaker");
}

function triesAgain(station: Station): boolean {
  return station.kind === "workers" && (station.attempts ?? 1) > 1;
}

/** The call log of each run. */
export const callLogs: LateLogs<CallSource, CallLog> = new LateLogs(
  "calls",
  ({ history }: CallSource) => new CallLog(history),
);

/**
 * Reads at most `mostRows` more rows into the call log of a run, for a caller that must not block. Returns whether the
 * log is complete; `callsOf` reads the rest at once.
 */
export function readCalls(source: CallSource, mostRows: number): boolean {
  return callLogs.readOn(source, mostRows);
}

/** The calls of a run, as far as it is recorded. Each run has one log. */
export function callsOf(source: CallSource): CallLog {
  return callLogs.of(source);
}

/** The number of workers whose last call has failed and that wait, with the element in hand, to call again. */
export function pausingIn({ stations }: Pick<RunState, "stations">): number {
  return stations
    .flatMap(({ station, actors }) => (triesAgain(station) ? actors : []))
    .filter(({ activity, hand, calling }) => {
      return activity === "busy" && hand.length > 0 && calling < 0;
    }).length;
}
