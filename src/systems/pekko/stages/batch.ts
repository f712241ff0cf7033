import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { EMPTY } from "../connection.ts";
import { STOPPED } from "../stage.ts";
import { FlowStage } from "../stage-kinds.ts";

/** How elements become one aggregate. */
export interface Aggregation<T, S> {
  /** Makes an aggregate of its first element. */
  readonly seed: (first: T) => S;
  readonly aggregate: (aggregate: S, next: T) => S;
}

/**
 * `batch(max, seed)(aggregate)`: requests elements from the start, and merges those that come while there is no demand.
 * Once an aggregate consists of `max` elements, the next element waits beside it and no more are requested.
 * (`Batch` of `impl/fusing/Ops.scala`, Pekko 1.7.0)
 *
 * In the log, if the new aggregate is the newest element itself, the older aggregate is merged into it. Otherwise the
 * newest element is merged into the aggregate.
 */
export class Batch<T, S> extends FlowStage<T, S> {
  private readonly max: number;
  private readonly how: Aggregation<T, S>;
  private aggregate: S | typeof EMPTY = EMPTY;
  private pending: T | typeof EMPTY = EMPTY;
  /** How many more elements the aggregate takes. */
  private left: number;

  /** `max` is how many elements an aggregate takes; with Infinity, the stage is `conflateWithSeed`. */
  constructor(
    max: number,
    how: Aggregation<T, S>,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    if (!(max >= 1)) throw new RangeError(`batch: max must be 1 or more, not ${max}`);
    this.max = max;
    this.how = how;
    this.left = max;
  }

  override preStart(): void {
    this.pull();
  }

  override onPush(): void {
    const element = this.grab();
    const { aggregate } = this;
    if (aggregate !== EMPTY) {
      // There is no demand, or the aggregate would have been pushed already.
      if (this.left < 1) this.park(element);
      else this.merge(aggregate, element);
    } else if (this.isAvailable) {
      const single = this.how.seed(element);
      this.log?.passed(single);
      this.push(single);
    } else {
      const first = this.seed(element);
      this.log?.entered(first);
    }
    if (this.pending === EMPTY) this.pull();
  }

  override onPull(): void {
    const { aggregate } = this;
    if (aggregate !== EMPTY) this.flush(aggregate);
    if (!this.isClosed()) {
      if (!this.hasBeenPulled()) this.pull();
    } else if (this.aggregate === EMPTY) {
      this.completeStage();
    }
  }

  override onUpstreamFinish(): void {
    if (this.aggregate === EMPTY) this.completeStage();
  }

  override postStop(): void {
    if (this.aggregate !== EMPTY) this.log?.lost(this.aggregate, STOPPED);
    if (this.pending !== EMPTY) this.log?.lost(this.pending, STOPPED);
  }

  private seed(element: T): S {
    const aggregate = this.how.seed(element);
    this.aggregate = aggregate;
    this.left = this.max - 1;
    return aggregate;
  }

  private park(element: T): void {
    this.log?.entered(element);
    this.pending = element;
  }

  private merge(older: S, element: T): void {
    const newer = this.how.aggregate(older, element);
    this.aggregate = newer;
    this.left--;
    const { log } = this;
    if (log === null) return;
    if (Object.is(newer, element)) {
      log.entered(element);
      log.merged(older, element);
    } else {
      log.merged(element, newer);
    }
  }

  /** Pushes the aggregate, and begins the next one with the parked element, if there is one. */
  private flush(aggregate: S): void {
    this.log?.left(aggregate);
    this.push(aggregate);
    const { pending } = this;
    this.aggregate = EMPTY;
    this.pending = EMPTY;
    if (pending !== EMPTY) this.seed(pending);
  }
}
