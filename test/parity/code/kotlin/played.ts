/** What a program did, as events that the page's run and the Kotlin program have in common. */
import type { Machine } from "../../../../src/kernel/index.ts";
import { Random } from "../../../../src/kernel/index.ts";
import { REFUSED, type Topology } from "../../../../src/systems/index.ts";
import { MutableSharedFlow } from "../../../../src/systems/kotlin/flow/index.ts";
import { SUPERSEDED } from "../../../../src/systems/kotlin/flow/losses.ts";
import { LATEST, OLDEST, Sim, UNDELIVERED } from "../../../../src/systems/kotlin/index.ts";
import { Program } from "../../../../src/systems/kotlin/program.ts";
import { type LossRule, RowKind, Trace } from "../../../../src/trace/index.ts";
import type { ParityCase } from "../code-cases.ts";
import { playOnPage } from "../page-play.ts";

/**
 * The events that can be seen on both sides. `goes` and `waits`: a `send` or `trySend` succeeded at once, or suspended;
 * `returns`: a suspended `send` returned; `queues` and `enters`: the same at a semaphore; `refused`: a `trySend`
 * failed, and the element was not offered again; `loses`: the channel reported an element as undelivered. Of flows,
 * `emits`: `emit` or `tryEmit` was called; `receives`: the block of `collect` was called; `cancels`: that block was
 * cancelled.
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
  | "enters"
  | "emits"
  | "cancels";

/** [virtual ms, coroutine, what, of which] */
export type PlayedEvent = readonly [
  timeMs: number,
  who: number,
  what: What,
  which: number | string | null,
];

/** How the program ended, when, and with which exception. */
export type PlayedEnd = readonly [how: string, timeMs: number, exception?: string];

export interface Played {
  readonly events: readonly PlayedEvent[];
  readonly end: PlayedEnd;
  /** The random numbers that the program drew, in order. */
  readonly draws: readonly number[];
}

/** Plays a case, whether or not it ends. */
export function playCase(parityCase: ParityCase): Played {
  const trace = new Trace();
  const draws: number[] = [];
  const witness = new ProgramWitness(trace);
  try {
    const random = (stream: string) => new Noted(parityCase.seed, stream, draws);
    const { losses, topology, machine, printed } = playOnPage(parityCase, trace, random);
    const reader = new RowReader(trace, losses, topology, witness);
    const events: PlayedEvent[] = [];
    for (let row = 0; row < trace.length; row++) {
      events.push(...witness.receivedBefore(row));
      const seen = witness.own.has(row) ? [] : reader.eventsOf(row);
      const line = printed.get(row);
      // A callback for a loss prints before the call that caused the loss goes on.
      if (line !== undefined) seen.splice(1, 0, [line.timeMs, line.who, "prints", line.text]);
      events.push(...seen);
    }
    return { events, end: endOf(machine, parityCase.untilMs), draws };
  } finally {
    witness.leave();
  }
}

/** Plays a case. Returns null if it never pauses. */
export function playEnding(parityCase: ParityCase): Played | null {
  const played = playCase(parityCase);
  return played.end[0] === "limit" ? null : played;
}

function endOf({ end, now }: Machine, untilMs: number): PlayedEnd {
  if (end === null) return ["active", untilMs];
  if (end.reason === "failed") return ["failed", now, end.failure.name];
  if (end.reason === "limit") return ["limit", now, end.limit];
  return [end.reason, now];
}

/** A generator that notes the numbers that it returns. */
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

/** Observes a program while it writes its trace: which rows the program itself writes, and how long it waits. */
class ProgramWitness {
  /** The rows that the program writes about elements in buffers of its own, which no channel saw. */
  readonly own = new Set<number>();
  /** The length in ms of a delay that begins right after a row, by that row: a wait before a station may be one. */
  readonly delays = new Map<number, number>();
  /** The stations before which coroutines wait for a permit. */
  readonly gates = new Set<string>();
  /** What collectors of a shared flow received, and before which row: the trace records only one of them. */
  private readonly received: { readonly row: number; readonly event: PlayedEvent }[] = [];
  private readonly before = {
    collect: MutableSharedFlow.prototype.collect,
    acquire: Program.prototype.acquire,
    entered: Program.prototype.entered,
    handed: Program.prototype.handed,
    left: Program.prototype.left,
    lost: Program.prototype.lost,
    delay: Sim.prototype.delay,
  };

  constructor(trace: Trace) {
    const { own, delays, gates, received } = this;
    const { acquire, entered, left, lost, handed, delay, collect } = this.before;
    let isShared = false;
    MutableSharedFlow.prototype.collect = function (sim, emit) {
      isShared = true;
      return collect.call(this, sim, (value) => {
        const event: PlayedEvent = [sim.now, sim.current.id, "receives", value as number];
        received.push({ row: trace.length, event });
        return emit(value);
      });
    };
    Program.prototype.acquire = function (semaphore, station, element) {
      gates.add(station);
      return acquire.call(this, semaphore, station, element);
    };
    Program.prototype.entered = function (element, station, who) {
      own.add(trace.length);
      entered.call(this, element, station, who);
    };
    Program.prototype.handed = function (element, from, to, station) {
      // What a collector of a shared flow gets is noted in its `collect`.
      if (isShared) own.add(trace.length).add(trace.length + 1);
      handed.call(this, element, from, to, station);
    };
    Program.prototype.left = function (element, station) {
      own.add(trace.length);
      left.call(this, element, station);
    };
    Program.prototype.lost = function (element, rule, station, who) {
      // These two losses can be seen in the Kotlin program, too.
      if (rule !== REFUSED && rule !== SUPERSEDED) own.add(trace.length);
      lost.call(this, element, rule, station, who);
    };
    Sim.prototype.delay = function (ms) {
      delays.set(trace.length - 1, ms);
      return delay.call(this, ms);
    };
  }

  /** Returns what was received right before a row. Call it for one row after the other. */
  receivedBefore(row: number): PlayedEvent[] {
    const events: PlayedEvent[] = [];
    while (this.received[0] !== undefined && this.received[0].row <= row) {
      events.push((this.received.shift() as (typeof this.received)[number]).event);
    }
    return events;
  }

  leave(): void {
    const { delay, collect, ...ofProgram } = this.before;
    MutableSharedFlow.prototype.collect = collect;
    Object.assign(Program.prototype, ofProgram);
    Sim.prototype.delay = delay;
  }
}

/** The number in rows that stands for no actor. */
const NOBODY = 0;

/** Turns rows into events, in order, because what a row means depends on which coroutines wait. */
class RowReader {
  private readonly trace: Trace;
  private readonly losses: readonly LossRule[];
  private readonly topology: Topology;
  private readonly gates: ReadonlySet<string>;
  private readonly delays: ReadonlyMap<number, number>;
  /** The elements in suspended sends, by coroutine. */
  private readonly waiting = new Map<number, number>();
  /** The coroutines that wait at a gate in a `delay`. */
  private readonly delayed = new Set<number>();

  constructor(
    trace: Trace,
    losses: readonly LossRule[],
    topology: Topology,
    { delays, gates }: Pick<ProgramWitness, "delays" | "gates">,
  ) {
    this.trace = trace;
    this.losses = losses;
    this.topology = topology;
    this.delays = delays;
    this.gates = gates;
  }

  eventsOf(row: number): PlayedEvent[] {
    const { trace, waiting } = this;
    const who = trace.whoAt(row);
    const element = trace.elementAt(row);
    const seen = (what: What, which: number | null = element): PlayedEvent[] => [
      [trace.timeAt(row), who, what, which],
    ];
    const atGate = this.waitsAsGate(row);
    switch (trace.kindAt(row)) {
      case RowKind.ENTERED:
      case RowKind.PASSED:
        // The element of a suspended send was moved by another coroutine; its own sees that when the send returns.
        return waiting.get(who) === element ? [] : seen("goes");
      case RowKind.HELD:
        if (atGate) return this.atGate(row, who);
        waiting.set(who, element);
        return seen("waits");
      case RowKind.RELEASED: {
        if (atGate) return this.delayed.delete(who) ? [] : seen("enters", null);
        const held = waiting.get(who) ?? -1;
        waiting.delete(who);
        return seen("returns", held);
      }
      case RowKind.MADE:
        return seen("emits");
      case RowKind.LEFT:
        // An element that goes from one station to the next is received by no coroutine.
        return who === NOBODY ? [] : seen("receives");
      case RowKind.BEGAN:
        return element > 0 ? seen("delays") : [];
      case RowKind.LOST:
        return this.lost(row, element);
      default:
        return [];
    }
  }

  /** The event of a wait at a gate, which is a semaphore or a `delay` until it is the coroutine's turn. */
  private atGate(row: number, who: number): PlayedEvent[] {
    const timeMs = this.trace.timeAt(row);
    const delayMs = this.delays.get(row);
    if (delayMs === undefined) return [[timeMs, who, "queues", null]];
    this.delayed.add(who);
    return [[timeMs, who, "delays", delayMs]];
  }

  /** Whether a wait before a station is one for a permit or a time, in which no channel takes part. */
  private waitsAsGate(row: number): boolean {
    const station = this.topology.stations[this.trace.stationAt(row)];
    return station?.kind !== "buffer" || this.gates.has(station.id);
  }

  private lost(row: number, element: number): PlayedEvent[] {
    const { trace } = this;
    const timeMs = trace.timeAt(row);
    const who = trace.whoAt(row);
    switch (this.losses[trace.detailAt(row)]) {
      case REFUSED:
        return [[timeMs, who, "refused", element]];
      case SUPERSEDED:
        return [[timeMs, who, "cancels", element]];
      case LATEST:
        return [
          [timeMs, who, "loses", element],
          [timeMs, who, "goes", element],
        ];
      case OLDEST:
      case UNDELIVERED:
        for (const [holder, held] of this.waiting)
          if (held === element) this.waiting.delete(holder);
        return [[timeMs, who, "loses", element]];
      default:
        return [];
    }
  }
}
