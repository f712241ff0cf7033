import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { UNBOUNDED } from "./demand.ts";
import { Outlet } from "./outlet.ts";
import type { Subscriber, Subscription } from "./signals.ts";

/**
 * The base of the operators that buffer: they request everything from the source at once, so nothing slows it, and
 * pass on only what was requested of them. A subclass decides what becomes of an element (`onNext`).
 */
export abstract class BufferingOperator<T, R = T> implements Subscriber<T>, Subscription {
  protected readonly outlet: Outlet<R>;
  protected readonly station: StationLog | null;
  private readonly downstream: Subscriber<R>;
  private readonly connection: ConnectionLog | null;
  private upstream: Subscription | null = null;

  /** With `delaysErrors`, an error waits until the buffer is empty; otherwise it overtakes the buffered elements. */
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

  /** Cancels upstream and ends the stream with an error of this operator's own, because there was no room. */
  protected overflow(error: Error): void {
    this.upstream?.cancel();
    this.outlet.fail(error);
  }
}
