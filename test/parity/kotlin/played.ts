/** What a program did, told the same way for the page's run and for the Kotlin program's. */

import { Random } from "../../../src/kernel/index.ts";
import { printedLines, startSimulation } from "../../../src/run/index.ts";
import { AT_GATE, type Program, strategyOf } from "../../../src/systems/index.ts";
import type { Sim } from "../../../src/systems/kotlin/index.ts";
import { DropRule, Trace, TraceKind } from "../../../src/trace/index.ts";
import type { ParityCase } from "./cases.ts";

/**
 * What can be seen on both sides. `goes`, `waits`: what became of a `send` or `trySend` at once; `returns`: a
 * `send` that had waited has returned; `queues`, `enters`: the same at a semaphore; `refused`: a `trySend` that
 * failed, and the element was not offered again; `loses`: the channel told that nobody will get the element.
 */
export type What =
  | "prints"
  | "delays"
  | "goes"
  | "waits"
  | "returns"
  | "receives"
  | "loses"
  | "refused"
  | "queues"
  | "enters";

/** [virtual ms, coroutine, what, of which] */
export type PlayedEvent = readonly [
  timeMs: number,
  who: number,
  what: What,
  which: number | string | null,
];

/** How it ended, when, and with which exception. */
export type PlayedEnd = readonly [how: string, timeMs: number, exception?: string];

export interface Played {
  readonly events: readonly PlayedEvent[];
  readonly end: PlayedEnd;
  /** The random numbers that it drew, in order. */
  readonly draws: readonly number[];
}

/** Bounds that only a program without any pause reaches. */
const MOST_EVENTS = 3_000_000;

/** Plays a case as the page does, but without the model of a heap: Kotlin's programs know of none. */
export function playCase({ strategy: id, values, untilMs, seed }: ParityCase): Played {
  const strategy = strategyOf(id);
  const trace = new Trace();
  const draws: number[] = [];
  const { sim, program } = startSimulation({
    strategy,
    values: { ...values },
    random: (stream) => new Noted(seed, stream, draws),
    trace,
    limits: { events: MOST_EVENTS },
  });
  const own = ownRows(program, trace);
  const delays = delaysByRow(sim, trace);
  sim.runUntil(untilMs);
  const printed = new Map(printedLines(trace, strategy, values).map((line) => [line.row, line]));
  const reader = new RowReader(trace, delays);
  const events: PlayedEvent[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (!own.has(row)) events.push(...reader.eventsOf(row));
    const line = printed.get(row);
    if (line !== undefined) events.push([line.timeMs, line.who, "prints", line.text]);
  }
  return { events, end: endOf(sim, untilMs), draws };
}

function endOf({ end, now }: Sim, untilMs: number): PlayedEnd {
  if (end === null) return ["active", untilMs];
  if (end.reason === "failed") return ["failed", now, end.failure.name];
  if (end.reason === "limit") return ["limit", now, end.limit];
  return [end.reason, now];
}

/** A generator that notes what it gives. */
class Noted extends Random {
  private readonly draws: number[];

  constructor(seed: number, stream: string, draws: number[]) {
    super(seed, stream);
    this.draws = draws;
  }

  override nextDouble(): number {
    const number = super.nextDouble();
    this.draws.push(number);
    return number;
  }
}

/** The rows that the program itself writes about elements, for buffers and gates of its own: no channel saw those. */
function ownRows(program: Program, trace: Trace): ReadonlySet<number> {
  const own = new Set<number>();
  const { accepted, received, dropped } = program;
  program.accepted = (element) => {
    own.add(trace.length);
    accepted.call(program, element);
  };
  program.received = (element) => {
    own.add(trace.length);
    received.call(program, element);
  };
  program.dropped = (element, rule) => {
    // Only the program knows what it does with an element that trySend refused.
    if (rule !== DropRule.REFUSED) own.add(trace.length);
    dropped.call(program, element, rule);
  };
  return own;
}

/** How long the delays are that begin right behind a row, by that row: a wait at a gate may be one. */
function delaysByRow(sim: Sim, trace: Trace): ReadonlyMap<number, number> {
  const delays = new Map<number, number>();
  const { delay } = sim;
  sim.delay = (ms) => {
    delays.set(trace.length - 1, ms);
    return delay.call(sim, ms);
  };
  return delays;
}

/** Reads rows in order: what a row means depends on who waits. */
class RowReader {
  private readonly trace: Trace;
  private readonly delays: ReadonlyMap<number, number>;
  /** The elements in suspended sends, by coroutine. */
  private readonly waiting = new Map<number, number>();
  /** Who stands at a gate in a `delay`. */
  private readonly delayed = new Set<number>();

  constructor(trace: Trace, delays: ReadonlyMap<number, number>) {
    this.trace = trace;
    this.delays = delays;
  }

  eventsOf(row: number): PlayedEvent[] {
    const { trace, waiting } = this;
    const who = trace.whoAt(row);
    const element = trace.elementAt(row);
    const seen = (what: What, which: number | null = element): PlayedEvent[] => [
      [trace.timeAt(row), who, what, which],
    ];
    const atGate = trace.detailAt(row) === AT_GATE;
    switch (trace.kindAt(row)) {
      case TraceKind.ACCEPTED:
      case TraceKind.HANDED_OVER:
        // What a suspended send held was moved by somebody else; its coroutine sees that when it returns.
        return waiting.get(who) === element ? [] : seen("goes");
      case TraceKind.SUSPENDED:
        if (atGate) return this.atGate(row, who);
        waiting.set(who, element);
        return seen("waits");
      case TraceKind.RESUMED: {
        if (atGate) return this.delayed.delete(who) ? [] : seen("enters", null);
        const held = waiting.get(who) ?? -1;
        waiting.delete(who);
        return seen("returns", held);
      }
      case TraceKind.RECEIVED:
        return seen("receives");
      case TraceKind.DELAY:
        return element > 0 ? seen("delays") : [];
      case TraceKind.DROPPED:
        return this.dropped(row, element);
      default:
        return [];
    }
  }

  /** A gate is a semaphore, or a `delay` until it is one's turn. */
  private atGate(row: number, who: number): PlayedEvent[] {
    const timeMs = this.trace.timeAt(row);
    const delayMs = this.delays.get(row);
    if (delayMs === undefined) return [[timeMs, who, "queues", null]];
    this.delayed.add(who);
    return [[timeMs, who, "delays", delayMs]];
  }

  private dropped(row: number, element: number): PlayedEvent[] {
    const { trace } = this;
    const timeMs = trace.timeAt(row);
    const who = trace.whoAt(row);
    switch (trace.detailAt(row)) {
      case DropRule.REFUSED:
        return [[timeMs, who, "refused", element]];
      case DropRule.LATEST:
        return [
          [timeMs, who, "loses", element],
          [timeMs, who, "goes", element],
        ];
      case DropRule.OLDEST:
      case DropRule.UNDELIVERED:
        for (const [holder, held] of this.waiting)
          if (held === element) this.waiting.delete(holder);
        return [[timeMs, who, "loses", element]];
      default:
        return [];
    }
  }
}
