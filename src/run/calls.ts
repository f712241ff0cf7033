/**
 * The calls of a run: from when to when each lasts, who makes it, and how it ends. Where a breaker stands before
 * the service, a call is each element that is offered to it; else it is each attempt of a worker on what it has taken.
 */
import { GAUGES, type Station, type Topology } from "../systems/index.ts";
import { firstWhere, type LossRule, RowKind, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { Instants } from "./instants.ts";
import type { RunCast } from "./replay/index.ts";
import type { ActorState, RunState } from "./run-state.ts";

/** `refused`: turned away before it was tried. */
export const CALL_OUTCOMES = ["answered", "failed", "refused"] as const;

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export interface Call {
  readonly element: number;
  /** The rows that it begins and is over with; `overRow` is Infinity while it goes on. */
  readonly row: number;
  readonly overRow: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Null while it goes on. */
  readonly outcome: CallOutcome | null;
}

/** What calls are read from. */
export interface CallSource {
  readonly trace: Pick<
    Trace,
    "length" | "timeAt" | "kindAt" | "stationAt" | "whoAt" | "elementAt" | "detailAt"
  >;
  readonly topology: Topology;
  readonly cast: Pick<RunCast, "actorOf"> & { readonly losses: readonly LossRule[] };
}

const ATTEMPTS = GAUGES.workers.indexOf("attempts");
const GOES_ON = -1;

export class CallLog {
  /** How many were over by when, by what became of them. */
  readonly totals: Readonly<Record<CallOutcome, Instants>> = {
    answered: new Instants(),
    failed: new Instants(),
    refused: new Instants(),
  };
  /** For each caller the places of its calls, in order. */
  readonly callers: Column[] = [];
  private readonly elements = new Column(Int32Array);
  private readonly rows = new Column(Int32Array);
  private readonly overRows = new Column(Int32Array);
  private readonly outcomes = new Column(Uint8Array);

  private readonly source: CallSource;
  private readonly isGuarded: boolean;
  private readonly triesAgain: boolean;
  private read = 0;
  /** By who it is: the place of the call that it is in. */
  private readonly open = new Map<number, number>();
  /** Workers that have taken an element, or counted a further attempt, and are about to call; with the element. */
  private readonly calling = new Map<number, number>();
  private readonly hands = new Map<number, number>();

  constructor(source: CallSource) {
    const { stations } = source.topology;
    this.source = source;
    this.isGuarded = stations.some(({ kind }) => kind === "breaker");
    this.triesAgain = stations.some(triesAgain);
  }

  get length(): number {
    return this.elements.length;
  }

  /** The call at a place. */
  at(place: number): Call {
    const { trace } = this.source;
    const row = this.rows.at(place);
    const overRow = this.overRows.at(place);
    const goesOn = overRow === GOES_ON;
    return {
      element: this.elements.at(place),
      row,
      overRow: goesOn ? Number.POSITIVE_INFINITY : overRow,
      fromMs: trace.timeAt(row),
      toMs: goesOn ? Number.POSITIVE_INFINITY : trace.timeAt(overRow),
      outcome: goesOn ? null : (CALL_OUTCOMES[this.outcomes.at(place)] ?? null),
    };
  }

  /** The element of the call at a place. */
  elementAt(place: number): number {
    return this.elements.at(place);
  }

  /** When the call at a place begins, in ms. */
  fromMs(place: number): number {
    return this.source.trace.timeAt(this.rows.at(place));
  }

  /** How many have begun by a time. */
  countUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.fromMs(place) > timeMs);
  }

  /** The place among a caller's calls of the first that begins at or after `timeMs`, or `after` it. */
  firstOf(caller: number, timeMs: number, after = false): number {
    const places = this.callers[caller];
    if (places === undefined) return 0;
    return firstWhere(places.length, (place) => {
      const fromMs = this.fromMs(places.at(place));
      return after ? fromMs > timeMs : fromMs >= timeMs;
    });
  }

  /** The last call of a caller that has begun within so many rows. */
  lastOf(caller: number, rows: number): Call | undefined {
    const places = this.callers[caller];
    if (places === undefined) return undefined;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rows.at(places.at(middle)) < rows) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : this.at(places.at(low - 1));
  }

  /** Takes in rows that the trace has got since, at most so many. Returns whether these are all. */
  extend(mostRows = Number.POSITIVE_INFINITY): boolean {
    const { trace } = this.source;
    const end = Math.min(trace.length, this.read + mostRows);
    for (; this.read < end; this.read++) {
      if (this.isGuarded) this.addGuarded(this.read);
      else this.addWorkers(this.read);
    }
    return end === trace.length;
  }

  /** Whoever makes an element calls with it; it came through once it goes on. */
  private addGuarded(row: number): void {
    const { trace, cast } = this.source;
    const who = trace.whoAt(row);
    const element = trace.elementAt(row);
    const kind = trace.kindAt(row);
    if (kind === RowKind.MADE) this.begin(row, who, element);
    else if (this.elements.at(this.open.get(who) ?? -1) !== element) return;
    else if (kind === RowKind.ENTERED || kind === RowKind.PASSED) this.end(row, who, "answered");
    else if (kind === RowKind.LOST) {
      const refused = cast.losses[trace.detailAt(row)]?.manner === "rejected";
      this.end(row, who, refused ? "refused" : "failed");
    }
  }

  private addWorkers(row: number): void {
    const { trace, topology, cast } = this.source;
    const who = trace.whoAt(row);
    const element = trace.elementAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.LEFT:
        if (cast.actorOf(who)?.role !== "worker") return;
        this.hands.set(who, element);
        this.calling.set(who, element);
        break;
      case RowKind.GAUGE: {
        const counts = trace.detailAt(row) === ATTEMPTS && this.hands.has(who);
        if (!counts || topology.stations[trace.stationAt(row)]?.kind !== "workers") return;
        this.end(row, who, "failed");
        this.calling.set(who, this.hands.get(who) as number);
        break;
      }
      case RowKind.BEGAN: {
        const own = this.calling.get(who);
        if (own !== undefined) this.begin(row, who, own);
        // What comes after a call is the pause before the next attempt; where there is none, it is more work.
        else if (this.triesAgain) this.end(row, who, "failed");
        break;
      }
      case RowKind.DONE:
        this.finish(row, who, "answered");
        break;
      case RowKind.LOST:
      case RowKind.ENDED:
        this.finish(row, who, "failed");
        break;
      default:
    }
  }

  /** A worker is finished with what it has in hand; its call may have taken no time at all. */
  private finish(row: number, who: number, outcome: CallOutcome): void {
    const own = this.calling.get(who);
    if (own !== undefined && this.source.trace.kindAt(row) !== RowKind.ENDED) {
      this.begin(row, who, own);
    }
    this.end(row, who, outcome);
    this.calling.delete(who);
    this.hands.delete(who);
  }

  private begin(row: number, who: number, element: number): void {
    const place = this.length;
    this.elements.push(element);
    this.rows.push(row);
    this.overRows.push(GOES_ON);
    this.outcomes.push(0);
    this.calling.delete(who);
    this.open.set(who, place);
    const index = this.source.cast.actorOf(who)?.index ?? 0;
    while (this.callers.length <= index) this.callers.push(new Column(Int32Array));
    this.callers[index]?.push(place);
  }

  private end(row: number, who: number, outcome: CallOutcome): void {
    const place = this.open.get(who);
    if (place === undefined) return;
    this.open.delete(who);
    this.overRows.set(place, row);
    this.outcomes.set(place, CALL_OUTCOMES.indexOf(outcome));
    this.totals[outcome].add(this.source.trace.timeAt(row));
  }
}

function triesAgain(station: Station): boolean {
  return station.kind === "workers" && (station.attempts ?? 1) > 1;
}

const logs = new WeakMap<CallSource["trace"], CallLog>();

function logOf(source: CallSource): CallLog {
  const known = logs.get(source.trace);
  if (known !== undefined) return known;
  const log = new CallLog(source);
  logs.set(source.trace, log);
  return log;
}

/**
 * Reads on in a trace, at most so many rows: for a caller that must not be held up. Returns whether all of it is read;
 * whoever asks for the calls before that reads the rest at once.
 */
export function readCalls(source: CallSource, mostRows: number): boolean {
  return logOf(source).extend(mostRows);
}

/** The calls of a run, with all rows that its trace has by now. There is one log for each trace. */
export function callsOf(source: CallSource): CallLog {
  const log = logOf(source);
  log.extend();
  return log;
}

/** How many workers have an element whose last call has failed, and wait before they call again. */
export function pausingAt(source: CallSource, { stations, rows }: RunState): number {
  const workers = stations.flatMap(({ station, actors }) => (triesAgain(station) ? actors : []));
  if (workers.length === 0) return 0;
  const log = callsOf(source);
  const pauses = ({ activity, hand, actor }: ActorState) => {
    if (activity !== "busy") return false;
    const last = log.lastOf(actor.index, rows);
    return last !== undefined && last.element === hand[0] && last.overRow < rows;
  };
  return workers.filter(pauses).length;
}
