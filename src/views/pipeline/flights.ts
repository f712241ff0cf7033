/**
 * Elements on their way between two stations. In the model a hand-over takes no time; the picture lets it
 * take a moment so that the eye can follow. What is drawn is a function of the trace and the time alone.
 */

import type { Recording } from "../../run/index.ts";
import { FORGOTTEN, UNIMPORTANT } from "../../systems/index.ts";
import { OLDEST } from "../../systems/kotlin/index.ts";
import { type LossRule, RowKind } from "../../trace/index.ts";
import { LONGEST_FLIGHT_MS } from "./landing.ts";
import type { RunState } from "./one-buffer.ts";
import { stateAtRow } from "./one-buffer.ts";

export type Leg =
  | "in"
  | "pass"
  | "out"
  | "done"
  | "drop-incoming"
  | "drop-oldest"
  /** Lost from the middle of the buffer. */
  | "drop-inside"
  /** Failed or turned away before it came to a buffer. */
  | "drop-refused"
  /** The work on it failed. */
  | "drop-work";

export interface Flight {
  readonly leg: Leg;
  readonly element: number;
  /** 0 at the start of the leg, 1 at its end. */
  readonly progress: number;
  /** Came from a suspended send, so it starts at the gate. */
  readonly fromGate: boolean;
  /** Index of the worker that it goes to or comes from; -1 for none. */
  readonly worker: number;
}

export interface Traffic {
  readonly flights: readonly Flight[];
  /** Legs with more elements than the eye can follow: drawn as streams. */
  readonly streams: ReadonlySet<Leg>;
}

/** A flight ends before the next one begins, where the eye can see it. */
const USUAL = { shortestMs: 130, shareOfInterval: 0.85 };
/** Into one place or two: half of the time the element is to be seen where it stands. */
const BRIEF = { shortestMs: 60, shareOfInterval: 0.5 };
const BRIEF_UP_TO = 2;
/** More elements than this on one leg are drawn as a stream. */
const MAX_ON_LEG = 18;
/** More rows than this are not looked at one by one. */
const MAX_ROWS = 1600;

const NOBODY: Readonly<Record<Leg, number>> = {
  in: 0,
  pass: 0,
  out: 0,
  done: 0,
  "drop-incoming": 0,
  "drop-oldest": 0,
  "drop-inside": 0,
  "drop-refused": 0,
  "drop-work": 0,
};
const LEGS = Object.keys(NOBODY) as readonly Leg[];

/**
 * What is on its way when the first `rows` rows have happened and it is `timeMs`, played at `speed`, with
 * elements that follow each other every `intervalMs`. What moved in the first `landedRows` rows has landed.
 */
export function trafficAt(
  recording: Recording,
  timeMs: number,
  rows: number,
  speed: number,
  intervalMs: number,
  landedRows = 0,
): Traffic {
  const { trace } = recording;
  const few = recording.capacity > 0 && recording.capacity <= BRIEF_UP_TO;
  const { shortestMs, shareOfInterval } = few ? BRIEF : USUAL;
  const flightMs = Math.min(
    LONGEST_FLIGHT_MS * speed,
    Math.max(shortestMs * speed, shareOfInterval * intervalMs),
  );
  const first = Math.max(landedRows, trace.rowsUntil(timeMs - flightMs));
  if (rows - first > MAX_ROWS) return streamsOnly(recording, first, rows);
  // An element is drawn once, on the leg that it took last; it counts on each leg that it took.
  const flights = new Map<number, Flight>();
  const taken: Record<Leg, number> = { ...NOBODY };
  const producedHere = new Set<number>();
  const carriedBy = new Map<number, number>();
  const passed = new Set<number>();
  for (let row = first; row < rows; row++) {
    const element = trace.elementAt(row);
    const kind = trace.kindAt(row);
    const actor = recording.actorOf(trace.whoAt(row));
    if (kind === RowKind.MADE) {
      producedHere.add(element);
      if (actor?.role === "sender") carriedBy.set(trace.whoAt(row), element);
    } else if (kind === RowKind.HELD) producedHere.delete(element);
    // What went over a network arrives at the gate.
    else if (kind === RowKind.BEGAN) producedHere.delete(carriedBy.get(trace.whoAt(row)) ?? -1);
    const incoming = producedHere.has(element) && !flights.has(element);
    const leg = legOf(
      kind,
      recording.losses[trace.detailAt(row)],
      passed.has(element),
      incoming,
      actor?.role === "worker",
    );
    if (leg === null) continue;
    taken[leg]++;
    if (leg === "pass") passed.add(element);
    const { index = 0 } = (leg === "pass" ? receiverOf(recording, row) : actor) ?? {};
    flights.set(element, {
      leg,
      element,
      progress: Math.min(1, (timeMs - trace.timeAt(row)) / flightMs),
      fromGate: !producedHere.has(element),
      worker: index,
    });
  }
  const streams = streamsOf(taken);
  return { flights: [...flights.values()].filter(({ leg }) => !streams.has(leg)), streams };
}

function legOf(
  kind: RowKind,
  rule: LossRule | undefined,
  passed: boolean,
  incoming: boolean,
  byWorker: boolean,
): Leg | null {
  switch (kind) {
    case RowKind.ENTERED:
      return "in";
    case RowKind.PASSED:
      return "pass";
    case RowKind.LEFT:
      return passed ? null : "out";
    case RowKind.DONE:
      return "done";
    case RowKind.LOST:
      if (rule?.manner === "failed") return byWorker ? "drop-work" : "drop-refused";
      if (rule?.manner === "rejected") return "drop-refused";
      if (rule === OLDEST) return "drop-oldest";
      return (rule !== UNIMPORTANT && rule !== FORGOTTEN) || incoming
        ? "drop-incoming"
        : "drop-inside";
    default:
      return null;
  }
}

/** Who receives the element that goes past the buffer in a row: whoever takes it next. */
function receiverOf(recording: Recording, row: number) {
  const { trace } = recording;
  const element = trace.elementAt(row);
  for (let next = row + 1; next < trace.length; next++) {
    if (trace.kindAt(next) === RowKind.LEFT && trace.elementAt(next) === element) {
      return recording.actorOf(trace.whoAt(next));
    }
  }
  return undefined;
}

function streamsOf(taken: Readonly<Record<Leg, number>>): ReadonlySet<Leg> {
  return new Set(LEGS.filter((leg) => taken[leg] > MAX_ON_LEG));
}

/** So much happens in the time of one flight that only the totals are asked. */
function streamsOnly(recording: Recording, first: number, rows: number): Traffic {
  const before = totalsOf(stateAtRow(recording, first));
  const now = totalsOf(stateAtRow(recording, rows));
  const taken = { ...NOBODY };
  for (const leg of LEGS) taken[leg] = now[leg] - before[leg];
  return { flights: [], streams: streamsOf(taken) };
}

/** How many elements have taken each leg since the start. */
function totalsOf(state: RunState): Record<Leg, number> {
  const { accepted, received, done, dropped, oldest, unimportant, forgotten } = state;
  const inside = unimportant + forgotten;
  return {
    in: accepted,
    pass: 0,
    out: received,
    done,
    "drop-incoming": dropped - oldest - inside,
    "drop-oldest": oldest,
    "drop-inside": inside,
    "drop-refused": state.failed + state.rejected,
    "drop-work": state.failedWork,
  };
}
