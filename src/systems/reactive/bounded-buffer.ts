import type { ConnectionLog, LossRule, StationLog } from "../../trace/index.ts";
import { BufferingOperator } from "./buffering-operator.ts";
import type { QueueSubscription, SharedQueue } from "./shared-queue.ts";
import type { Subscriber } from "./signals.ts";

/** What happens when an element comes to a full buffer. */
export interface WhenFull {
  /** Which element gives way: the oldest or the newest in the buffer, or the one that comes. */
  readonly givesWay: "oldest" | "newest" | "coming";
  readonly loss: LossRule;
  /** What the stream ends with, upstream cancelled; null: it goes on. */
  readonly error: (() => Error) | null;
}

export interface BoundedBufferRules<T> {
  /** How many elements the buffer holds; UNBOUNDED: any number. */
  readonly capacity: number;
  readonly whenFull: WhenFull;
  /** Is called with the element that gives way. */
  readonly onDropped: ((element: T) => void) | null;
  /** An error waits until the buffer is empty; else it overtakes what waits. */
  readonly delaysErrors: boolean;
  /** Why an element is lost that comes after the end; null: it is taken as any other. */
  readonly afterEnd: LossRule | null;
}

/** Keeps what is not requested, up to a bound. */
export class BoundedBuffer<T> extends BufferingOperator<T> {
  private readonly rules: BoundedBufferRules<T>;

  constructor(
    downstream: Subscriber<T>,
    rules: BoundedBufferRules<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, rules.delaysErrors, station, connection);
    this.rules = rules;
  }

  override onNext(element: T): void {
    const { capacity, afterEnd } = this.rules;
    if (this.outlet.hasEnded && afterEnd !== null) this.station?.lost(element, afterEnd);
    else if (this.outlet.size < capacity) this.outlet.offer(element);
    else this.makeWayFor(element);
  }

  private makeWayFor(element: T): void {
    const { whenFull, onDropped } = this.rules;
    const { givesWay, loss, error } = whenFull;
    if (givesWay === "coming") {
      this.station?.lost(element, loss);
      onDropped?.(element);
    } else {
      const { outlet } = this;
      const evicted = givesWay === "oldest" ? outlet.evictOldest(loss) : outlet.evictNewest(loss);
      outlet.offer(element);
      onDropped?.(evicted);
    }
    if (error !== null) this.overflow(error());
  }
}

/** A bounded buffer that the operator below may drain. */
export class SharedBuffer<T> extends BoundedBuffer<T> implements QueueSubscription<T> {
  shareQueue(available: () => void): SharedQueue<T> {
    return this.outlet.share(available);
  }
}
