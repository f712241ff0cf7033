import type { ConnectionLog, LossRule, StationLog } from "../../trace/index.ts";
import { BufferingOperator } from "./buffering-operator.ts";
import type { QueueSubscription, SharedQueue } from "./shared-queue.ts";
import type { Subscriber } from "./signals.ts";

/** What happens when an element arrives at a full buffer. */
export interface WhenFull {
  /** Which element gives way: the oldest or the newest in the buffer, or the one that arrives. */
  readonly givesWay: "oldest" | "newest" | "arriving";
  readonly loss: LossRule;
  /** Makes the error that ends the stream, once upstream is cancelled; null if the stream goes on. */
  readonly error: (() => Error) | null;
}

export interface BoundedBufferRules<T> {
  /** How many elements the buffer can hold; UNBOUNDED for no limit. */
  readonly capacity: number;
  readonly whenFull: WhenFull;
  /** Called with the element that gave way. */
  readonly onDropped: ((element: T) => void) | null;
  /** Whether an error waits until the buffer is empty; otherwise it overtakes the buffered elements. */
  readonly delaysErrors: boolean;
  /** Why an element that arrives after the end is lost; null if it is treated like any other. */
  readonly afterEnd: LossRule | null;
}

/** Buffers the elements that have not been requested yet, up to `capacity`. */
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
    if (givesWay === "arriving") {
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
