import { ReadyQueue, type TimerLoop } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { UNBOUNDED } from "./demand.ts";
import type { Subscriber, Subscription } from "./signals.ts";

export interface WorkingSubscriberSettings<T> {
  /** `one-by-one`: the next element is requested when one is done. `unbounded`: all are requested at once. */
  readonly demand: "one-by-one" | "unbounded";
  /** How long the work on an element takes, in ms. */
  readonly workMs: (element: T) => number;
  /** Whether requests go on after the stream has ended: RxJava's subscribers send them, Reactor's no longer do. */
  readonly requestsAfterEnd?: boolean;
}

/**
 * Works on one element at a time. When elements are requested one by one, there is never more than one here; when the
 * demand is unbounded, those that arrive during the work wait at the subscriber in an unbounded queue.
 */
export class WorkingSubscriber<T> implements Subscriber<T> {
  private readonly clock: TimerLoop;
  private readonly settings: WorkingSubscriberSettings<T>;
  private readonly ended: (error: Error | null) => void;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private readonly inbox = new ReadyQueue<T>();
  private subscription: Subscription | null = null;
  private isWorking = false;

  /** `ended` is called with the error that ends the stream, or null when it completes; work may still go on then. */
  constructor(
    clock: TimerLoop,
    settings: WorkingSubscriberSettings<T>,
    ended: (error: Error | null) => void,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.clock = clock;
    this.settings = settings;
    this.ended = ended;
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.subscription = subscription;
    this.requestMore(this.settings.demand === "unbounded" ? UNBOUNDED : 1);
  }

  onNext(element: T): void {
    if (this.isWorking) {
      this.station?.entered(element);
      this.inbox.push(element);
    } else {
      this.work(element);
    }
  }

  onError(error: Error): void {
    this.end(error);
  }

  onComplete(): void {
    this.end(null);
  }

  private end(error: Error | null): void {
    if (this.settings.requestsAfterEnd === false) this.subscription = null;
    this.ended(error);
  }

  private work(element: T): void {
    const forMs = this.settings.workMs(element);
    this.isWorking = true;
    this.station?.began(element, forMs);
    this.clock.after(forMs, () => this.finish(element));
  }

  private finish(element: T): void {
    this.isWorking = false;
    this.station?.done(element);
    if (this.inbox.size > 0) {
      const next = this.inbox.shift();
      this.station?.left(next);
      this.work(next);
    }
    if (this.settings.demand === "one-by-one") this.requestMore(1);
  }

  private requestMore(n: number): void {
    if (this.subscription === null) return;
    this.connection?.requested(n);
    this.subscription.request(n);
  }
}
