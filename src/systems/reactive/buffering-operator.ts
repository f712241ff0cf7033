import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { UNBOUNDED } from "./demand.ts";
import { Outlet } from "./outlet.ts";
import type { Subscriber, Subscription } from "./signals.ts";

/**
 * What the operators that buffer have in common: they ask the source for everything at once, so nothing slows
 * it, and hand down what was requested of them. A subclass says what becomes of an element (`onNext`).
 */
export abstract class BufferingOperator<T, R = T> implements Subscriber<T>, Subscription {
  protected readonly outlet: Outlet<R>;
  protected readonly station: StationLog | null;
  private readonly downstream: Subscriber<R>;
  private readonly connection: ConnectionLog | null;
  private upstream: Subscription | null = null;

  /** `delaysErrors`: an error waits until the buffer is empty, else it overtakes what is buffered. */
  constructor(
    downstream: Subscriber<R>,
    delaysErrors: boolean,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.outlet = new Outlet(downstream, delaysErrors, station);
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.upstream = subscription;
    this.downstream.onSubscribe(this);
    this.connection?.requested(UNBOUNDED);
    subscription.request(UNBOUNDED);
  }

  abstract onNext(element: T): void;

  onError(error: Error): void {
    if (!this.outlet.hasEnded) this.outlet.fail(error);
  }

  onComplete(): void {
    if (!this.outlet.hasEnded) this.outlet.complete();
  }

  request(n: number): void {
    this.outlet.request(n);
  }

  cancel(): void {
    this.upstream?.cancel();
    this.outlet.cancel();
  }

  /** Ends the stream with an error of the operator's own: there was no room. */
  protected overflow(error: Error): void {
    this.upstream?.cancel();
    this.outlet.fail(error);
  }
}
