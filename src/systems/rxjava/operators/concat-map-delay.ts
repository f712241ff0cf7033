import { ReadyQueue, type TimerLoop } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import {
  addDemand,
  CANCELLED,
  type Operator,
  type Subscriber,
  type Subscription,
} from "../../reactive/index.ts";

/**
 * `concatMap({ Flowable.just(it).delay(ms, MILLISECONDS) }, 1)` (FlowableConcatMap.java, FlowableDelay.java, 3.1.12):
 * passes on one element at a time, each `delayMs` after its turn has come and demand for it exists. It requests one
 * element ahead: while one is delayed, the next waits here.
 */
export function concatMapDelay<T>(
  clock: TimerLoop,
  delayMs: number,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new ConcatMapDelay(downstream, clock, delayMs, station, connection);
}

class ConcatMapDelay<T> implements Subscriber<T>, Subscription {
  private readonly downstream: Subscriber<T>;
  private readonly clock: TimerLoop;
  private readonly delayMs: number;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  /** The elements that have arrived but whose turn has not come. */
  private readonly queue = new ReadyQueue<T>();
  /** The inner stream of the element whose turn it is; until it completes, no other begins. */
  private inner: DelayedElement<T> | null = null;
  private upstream: Subscription | null = null;
  private demand = 0;
  private hasEnded = false;
  private isOver = false;
  private isDraining = false;

  constructor(
    downstream: Subscriber<T>,
    clock: TimerLoop,
    delayMs: number,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.clock = clock;
    this.delayMs = delayMs;
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.upstream = subscription;
    this.downstream.onSubscribe(this);
    this.requestOne();
  }

  onNext(element: T): void {
    this.station?.entered(element);
    this.queue.push(element);
    this.drain();
  }

  onError(error: Error): void {
    this.cancel();
    this.downstream.onError(error);
  }

  onComplete(): void {
    this.hasEnded = true;
    this.drain();
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    this.inner?.begin();
  }

  cancel(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.upstream?.cancel();
    if (this.inner?.isHere === true) this.station?.lost(this.inner.element, CANCELLED);
    while (this.queue.size > 0) this.station?.lost(this.queue.shift(), CANCELLED);
  }

  private drain(): void {
    // The request for the next element may bring it in the same call: the loop that is already running takes it.
    if (this.isDraining) return;
    this.isDraining = true;
    while (!this.isOver && this.inner === null) {
      if (this.queue.size > 0) this.take(this.queue.shift());
      else if (this.hasEnded) this.finish();
      else break;
    }
    this.isDraining = false;
  }

  private take(element: T): void {
    this.requestOne();
    this.inner = new DelayedElement(this.clock, element, this.delayMs, {
      next: () => {
        if (this.isOver) return;
        this.demand--;
        this.station?.left(element);
        this.downstream.onNext(element);
      },
      complete: () => {
        this.inner = null;
        this.drain();
      },
    });
    if (this.demand > 0) this.inner.begin();
  }

  private finish(): void {
    this.isOver = true;
    this.downstream.onComplete();
  }

  private requestOne(): void {
    this.connection?.requested(1);
    this.upstream?.request(1);
  }
}

/** A stream of one element: passes it on `delayMs` after `begin`, and then completes in a separate task. */
class DelayedElement<T> {
  readonly element: T;
  /** Whether the element has not been passed on yet. */
  isHere = true;
  private readonly clock: TimerLoop;
  private readonly delayMs: number;
  private readonly observer: { next(): void; complete(): void };
  private hasBegun = false;

  constructor(
    clock: TimerLoop,
    element: T,
    delayMs: number,
    observer: { next(): void; complete(): void },
  ) {
    this.clock = clock;
    this.element = element;
    this.delayMs = delayMs;
    this.observer = observer;
  }

  begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    let completes = false;
    this.clock.after(this.delayMs, () => {
      this.isHere = false;
      this.observer.next();
      if (completes) this.observer.complete();
    });
    this.clock.after(this.delayMs, () => {
      // Both are tasks of one worker, which keeps their order even if the first is late.
      if (this.isHere) completes = true;
      else this.observer.complete();
    });
  }
}
