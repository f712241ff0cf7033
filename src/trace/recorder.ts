import type { Failure } from "./failure.ts";
import type { LossRule } from "./loss-rule.ts";
import { RowKind, TaskEnd } from "./row-kind.ts";
import { SIGNALS, type Signal } from "./station-log.ts";
import type { Trace } from "./trace.ts";

/** The clock from which a recorder takes the time of its rows. */
interface Clock {
  /** Virtual time in ms. */
  readonly now: number;
}

/**
 * Writes the rows of one run. Everything that a program or a library reports to the trace goes through here; nothing
 * else adds rows. `who` is the number of the actor that a row is about.
 */
export class Recorder {
  readonly trace: Trace;
  /** The rules by which elements have been lost so far; the `detail` of a LOST row is an index into this list. */
  readonly losses: readonly LossRule[];
  /** The errors that have ended actors so far; a failed actor's ENDED row has an index into this list as `element`. */
  readonly failures: readonly Failure[];
  private readonly rules: LossRule[] = [];
  private readonly errors: Failure[] = [];
  private readonly clock: Clock;

  constructor(trace: Trace, clock: Clock) {
    this.trace = trace;
    this.clock = clock;
    this.losses = this.rules;
    this.failures = this.errors;
  }

  made(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.MADE, station, who, element);
  }

  entered(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.ENTERED, station, who, element);
  }

  passed(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.PASSED, station, who, element);
  }

  left(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.LEFT, station, who, element);
  }

  /** `who` is held before the station, with `element` in hand, or -1 for none. */
  held(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.HELD, station, who, element);
  }

  released(station: number, who: number, element = -1): void {
    this.trace.add(this.clock.now, RowKind.RELEASED, station, who, element);
  }

  began(station: number, who: number, forMs: number): void {
    this.trace.add(this.clock.now, RowKind.BEGAN, station, who, forMs);
  }

  done(station: number, who: number, element: number): void {
    this.trace.add(this.clock.now, RowKind.DONE, station, who, element);
  }

  lost(station: number, who: number, element: number, rule: LossRule): void {
    this.trace.add(this.clock.now, RowKind.LOST, station, who, element, this.numberOf(rule));
  }

  merged(station: number, element: number, into: number): void {
    this.trace.add(this.clock.now, RowKind.MERGED, station, into, element);
  }

  requested(connection: number, who: number, n: number): void {
    const counted = n > MOST_COUNTED ? -1 : n;
    this.trace.add(this.clock.now, RowKind.REQUESTED, connection, who, counted);
  }

  signalled(connection: number, who: number, signal: Signal): void {
    const number = SIGNALS.indexOf(signal);
    this.trace.add(this.clock.now, RowKind.SIGNALLED, connection, who, -1, number);
  }

  /** Gauge number `gauge` of the station has a new `value`, a 32-bit integer. */
  gauge(station: number, who: number, gauge: number, value: number): void {
    this.trace.add(this.clock.now, RowKind.GAUGE, station, who, value, gauge);
  }

  /** `who` printed line number `line` of the program, with `numbers` in its places. */
  printed(who: number, line: number, numbers: readonly number[]): void {
    const { trace, clock } = this;
    trace.add(clock.now, RowKind.PRINTED, 0, who, numbers[0] ?? -1, line);
    for (let i = 1; i < numbers.length; i++) {
      trace.add(clock.now, RowKind.CONTINUED, 0, who, numbers[i] as number, line);
    }
  }

  ended(who: number, end: TaskEnd): void {
    this.trace.add(this.clock.now, RowKind.ENDED, 0, who, -1, end);
  }

  /** `error` ended `who`. Only its name and message are kept, for the page to show. */
  failed(who: number, error: Failure): void {
    const number = this.errors.push({ name: error.name, message: error.message }) - 1;
    this.trace.add(this.clock.now, RowKind.ENDED, 0, who, number, TaskEnd.FAILED);
  }

  private numberOf(rule: LossRule): number {
    const { rules } = this;
    const known = rules.indexOf(rule);
    return known >= 0 ? known : rules.push(rule) - 1;
  }
}

/** A request for more than this counts as unbounded, because a row's `element` column holds 31 bits. */
const MOST_COUNTED = 0x7fffffff;
