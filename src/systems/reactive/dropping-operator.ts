import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { addDemand, UNBOUNDED } from "./demand.ts";
import type { Subscriber, Subscription } from "./signals.ts";

/**
 * What the operators that keep nothing have in common: they ask the source for everything at once, and an
 * element that was not requested of them goes no further. A subclass says what becomes of it.
 */
export abstract class DroppingOperator<T> implements Subscriber<T>, Subscription {
  protected readonly station: StationLog | null;
  private readonly downstream: Subscriber<T>;
  private readonly connection: ConnectionLog | null;
  private upstream: Subscription | null = null;
  private demand = 0;
  private hasEnded = false;

  constructor(
    downstream: Subscriber<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.upstream = subscription;
    this.downstream.onSubscribe(this);
    this.connection?.requested(UNBOUNDED);
    subscription.request(UNBOUNDED);
  }

  onNext(element: T): void {
    if (this.hasEnded) {
      this.afterEnd(element);
    } else if (this.demand > 0) {
      this.station?.passed(element);
      this.demand--;
      this.downstream.onNext(element);
    } else {
      this.unrequested(element);
    }
  }

  onError(error: Error): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.downstream.onError(error);
  }

  onComplete(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.downstream.onComplete();
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
  }

  cancel(): void {
    this.upstream?.cancel();
  }

  /** `element` came while none was requested. */
  protected abstract unrequested(element: T): void;
  /** `element` came after the end, from a source that does not mind. */
  protected abstract afterEnd(element: T): void;
}
