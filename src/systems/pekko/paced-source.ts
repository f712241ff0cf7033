/** The source of a program: whole numbers, each made when it is asked for, but not before the pause is over. */
import { Source } from "./graph.ts";
import { MapStage } from "./stages/map.ts";
import { Range } from "./stages/range.ts";
import { Throttle } from "./stages/throttle.ts";

/** The calls with which a paced source reports what it does. */
export interface PacedSourceLog {
  /** The source was asked for an element, but must not make it for another `forMs` ms. */
  waits(forMs: number): void;
  made(element: number): void;
  /** No element follows, because all were made or, if `wasCancelled`, because the stream was cancelled. */
  ended(wasCancelled: boolean): void;
}

/** More elements than any run makes. */
const ENDLESS = 2 ** 31 - 1;

/**
 * `Source.range(0, count - 1).throttle(1, delayMs).map(made)`. If `count` is 0, the source never ends; while `delayMs`
 * returns 0, it is not throttled.
 */
export function pacedSource(
  count: number,
  delayMs: () => number,
  log: PacedSourceLog,
): Source<number> {
  return Source.of(new Range(0, (count === 0 ? ENDLESS : count) - 1))
    .via(new Pace(delayMs, log))
    .via(new Made(log));
}

const NANOS_PER_MS = 1_000_000;

/** `throttle(1, delayMs, 1, shaping)` with a delay that may change during the run, and may be 0. */
class Pace extends Throttle<number> {
  private readonly delayMs: () => number;
  private readonly sourceLog: PacedSourceLog;

  constructor(delayMs: () => number, sourceLog: PacedSourceLog) {
    super({ elements: 1, perMs: Math.max(1, delayMs()), maximumBurst: 1 });
    this.delayMs = delayMs;
    this.sourceLog = sourceLog;
  }

  protected override delayOf(nowNanos: number): number {
    const delayMs = this.delayMs();
    if (delayMs === 0) return 0;
    this.tokens.changePace(delayMs * NANOS_PER_MS);
    const delayNanos = super.delayOf(nowNanos);
    if (delayNanos > 0) this.sourceLog.waits(delayNanos / NANOS_PER_MS);
    return delayNanos;
  }
}

/** `map(made)`: reports each element as made. It is the last stage of the source to stop, so it reports the end too. */
class Made extends MapStage<number, number> {
  private readonly sourceLog: PacedSourceLog;
  private wasCancelled = false;

  constructor(sourceLog: PacedSourceLog) {
    super((element) => {
      sourceLog.made(element);
      return element;
    });
    this.sourceLog = sourceLog;
  }

  override onDownstreamFinish(cause: Error): void {
    this.wasCancelled = true;
    super.onDownstreamFinish(cause);
  }

  override postStop(): void {
    this.sourceLog.ended(this.wasCancelled);
  }
}
