/** What a run did, in the same form for the page's run and for the real program's. */
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind, type Trace } from "../../../../src/trace/index.ts";
import type { ParityCase } from "../code-cases.ts";
import { playUnfailing } from "../page-play.ts";

/**
 * `prints`: a line is printed. `emits`: an element leaves the source, or the source's own buffer. `gets`: an element
 * reaches the subscriber. `requests n`: so many are requested over connection n; only connections with requests count,
 * from the subscriber up.
 */
export type PlayedEvent = readonly [timeMs: number, what: string, which: string];

/** One run, which is a line of the harness's output. */
export interface RealRun {
  readonly case: string;
  readonly watched: boolean;
  readonly problem: string | null;
  readonly events: readonly PlayedEvent[];
}

const LONG_MAX = "9223372036854775807";

/** Returns the events of a case on the page, or null if it never pauses. */
export function eventsOnPage(parityCase: ParityCase): PlayedEvent[] | null {
  const play = playUnfailing(parityCase);
  if (play === null) return null;
  const { trace, actorOf, printed } = play;
  const { connections } = play.topology;
  const withRequests = connections
    .flatMap(({ pressure }, number) => (pressure === "request" ? [number] : []))
    .toReversed();
  // A `create` with a buffer emits from that buffer, the station after it.
  const keeps = connections[0]?.pressure !== "request";
  const events: PlayedEvent[] = [];
  for (let row = 0; row < trace.length; row++) {
    const { timeMs, kind, station, who, element } = eventAt(trace, row);
    const say = (what: string, which: string) => events.push([timeMs, what, which]);
    if (kind === RowKind.REQUESTED) {
      say(`requests ${withRequests.indexOf(station)}`, element < 0 ? LONG_MAX : String(element));
    }
    if (kind === RowKind.MADE && !keeps && !isLostAtSource(trace, row)) say("emits", `${element}`);
    const leaves = kind === RowKind.LEFT || kind === RowKind.PASSED;
    if (leaves && keeps && station === 1) say("emits", `${element}`);
    if (kind === RowKind.LEFT && actorOf(who)?.role === "worker") say("gets", `${element}`);
    const line = printed.get(row);
    if (line !== undefined) say("prints", line.text);
  }
  return events;
}

/** Whether the element of a MADE row never left the source. */
function isLostAtSource(trace: Trace, row: number): boolean {
  if (row + 1 >= trace.length) return false;
  const next = eventAt(trace, row + 1);
  return next.kind === RowKind.LOST && next.station === 0;
}

/** Operators that only observe, or that end the source: requests to them are those of the operator below. */
const TRANSPARENT = /^(FlowableDoOnLifecycle|FlowableTake|peek|peekFuseable|take)$/;

/**
 * The inner chains that `concatMap` (and so `delayElements`) makes of each element. They are subscribed to while the
 * watched chain runs, and so have probes too.
 */
const INNER = /^(Flowable(Just|Delay)|delayUntil|source\(Mono(Just|Delay)\))$/;

/** Turns what the probes recorded into the page's kind of events. */
export function eventsOfProbes(events: readonly PlayedEvent[]): PlayedEvent[] {
  const above = new Map<number, string>();
  for (const [, what, which] of events) {
    if (what.startsWith("below ") && !INNER.test(which)) above.set(Number(what.slice(6)), which);
  }
  const top = above.size - 1;
  const numbers = new Map<number, number>();
  for (let probe = 0; probe <= top; probe++) {
    const below = above.get(probe - 1) ?? "";
    // Reactor assembles limitRate twice: it is publishOn under another name.
    const isRepeated = below === above.get(probe);
    if (!TRANSPARENT.test(below) && !isRepeated) numbers.set(probe, numbers.size);
  }
  return events.flatMap(([timeMs, what, which]): PlayedEvent[] => {
    const [kind, probe] = what.split(" ");
    if (kind === "prints") return [[timeMs, what, which]];
    const number = numbers.get(Number(probe));
    if (kind === "requests" && number !== undefined) return [[timeMs, `requests ${number}`, which]];
    if (kind !== "comes") return [];
    return [
      ...(Number(probe) === top ? [[timeMs, "emits", which] as const] : []),
      ...(Number(probe) === 0 ? [[timeMs, "gets", which] as const] : []),
    ];
  });
}

/** Returns the first difference between the events, or null. */
export function differenceOf(
  page: readonly PlayedEvent[],
  real: readonly PlayedEvent[],
): string | null {
  const most = Math.max(page.length, real.length);
  for (let i = 0; i < most; i++) {
    const [shown, came] = [textOf(page[i]), textOf(real[i])];
    if (shown !== came) return `event ${i + 1}: the page has ${shown}, the library ${came}`;
  }
  return null;
}

function textOf(event: PlayedEvent | undefined): string {
  return event === undefined ? "nothing" : `${event[1]} “${event[2]}” at ${event[0]} ms`;
}
