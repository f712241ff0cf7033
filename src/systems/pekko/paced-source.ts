/** The source of a program: whole numbers, each when it is asked for and not before the pause after the last is over. */
import { Source } from "./graph.ts";
import { MapStage } from "./stages/map.ts";
import { Range } from "./stages/range.ts";
import { Throttle } from "./stages/throttle.ts";

/** What a paced source tells. */
export interface PacedSourceLog {
  /** It has been asked for an element, and may not make it for another `forMs`. */
  waits(forMs: number): void;
  made(element: number): void;
  /** No more will come; `wasCancelled`: because nobody wants any. */
  ended(wasCancelled: boolean): void;
}

/** A number of elements that no run comes to the end of. */
const ENDLESS = 2 ** 31 - 1;

/** `Source.range(0, count - 1).throttle(1, delayMs).map(made)`; a `count` of 0 is without end, a `delayMs` of 0 without throttle. */
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

/** `throttle(1, delayMs, 1, shaping)` with a delay that may change on the way, and be none. */
class Pace extends Throttle<number> {
  private readonly delayMs: () => number;
  private readonly teller: PacedSourceLog;

  constructor(delayMs: () => number, teller: PacedSourceLog) {
    super({ elements: 1, perMs: Math.max(1, delayMs()), maximumBurst: 1 });
    this.delayMs = delayMs;
    this.teller = teller;
  }

  protected override delayOf(nowNanos: number): number {
    const delayMs = this.delayMs();
    if (delayMs === 0) return 0;
    this.tokens.changePace(delayMs * NANOS_PER_MS);
    const delayNanos = super.delayOf(nowNanos);
    if (delayNanos > 0) this.teller.waits(delayNanos / NANOS_PER_MS);
    return delayNanos;
  }
}

/** `map(made)`, with which an element has been made, and the last stage of the source to stop. */
class Made extends MapStage<number, number> {
  private readonly teller: PacedSourceLog;
  private wasCancelled = false;

  constructor(teller: PacedSourceLog) {
    super((element) => {
      teller.made(element);
      return element;
    });
    this.teller = teller;
  }

  override onDownstreamFinish(cause: Error): void {
    this.wasCancelled = true;
    super.onDownstreamFinish(cause);
  }

  override postStop(): void {
    this.teller.ended(this.wasCancelled);
  }
}
