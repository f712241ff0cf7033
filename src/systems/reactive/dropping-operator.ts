import type { ConnectionLog, LossRule, StationLog } from "../../trace/index.ts";
import { addDemand, UNBOUNDED } from "./demand.ts";
import type { Subscriber, Subscription } from "./signals.ts";

/** What happens to an element that was not requested. */
export interface DroppingRules<T> {
  readonly loss: LossRule;
  /** Called with the dropped element. */
  readonly onDropped: ((element: T) => void) | null;
  /** Makes the error that ends the stream, once upstream is cancelled; null if the stream goes on. */
  readonly error: (() => Error) | null;
  /** Why an element that arrives after the end is lost; null if it is dropped like one that was not requested. */
  readonly afterEnd: LossRule | null;
}

/**
 * An operator that keeps nothing: it requests everything from the source at once, and drops each element that was not
 * requested of it.
 */
export class DroppingOperator<T> implements Subscriber<T>, Subscription {
  private readonly downstream: Subscriber<T>;
  private readonly rules: DroppingRules<T>;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private upstream: Subscription | null = null;
  private demand = 0;
  private hasEnded = false;

  constructor(
    downstream: Subscriber<T>,
    rules: DroppingRules<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.rules = rules;
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
    const { afterEnd } = this.rules;
    if (this.demand > 0 && !this.hasEnded) {
      this.station?.passed(element);
      this.demand--;
      this.downstream.onNext(element);
    } else if (this.hasEnded && afterEnd !== null) {
      this.station?.lost(element, afterEnd);
    } else {
      this.drop(element);
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

  private drop(element: T): void {
    const { loss, onDropped, error } = this.rules;
    this.station?.lost(element, loss);
    onDropped?.(element);
    if (error === null || this.hasEnded) return;
    this.cancel();
    this.onError(error());
  }
}
