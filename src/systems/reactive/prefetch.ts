import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, LossRule, StationLog } from "../../trace/index.ts";
import { addDemand } from "./demand.ts";
import { CANCELLED, OVERTAKEN, QUEUE_FULL } from "./losses.ts";
import { type SharedQueue, sharedQueueOf } from "./shared-queue.ts";
import type { Subscriber, Subscription } from "./signals.ts";
import type { Scheduler } from "./virtual-scheduler.ts";

/** How an operator that prefetches sends requests, and what it does when it is given too much. */
export interface PrefetchRules {
  /** Where elements are passed on; null: in the call that brings or requests them. */
  readonly scheduler: Scheduler | null;
  /** How many elements are requested first. */
  readonly prefetch: number;
  /** The size of a repeated request, which is sent each time that many were passed on. */
  readonly replenish: number;
  /** How many elements the queue has places for. */
  readonly capacity: number;
  /** Whether an error waits until the queue is empty; otherwise it overtakes the queued elements. */
  readonly delaysErrors: boolean;
  /** Makes the error that ends the stream when an element finds no place. */
  readonly overflowError: () => Error;
  /** Why an element that arrives after the end is lost. */
  readonly afterEnd: LossRule;
}

/**
 * A queue that is kept filled by requests: RxJava's `observeOn` and `rebatchRequests`, Reactor's `publishOn` and
 * `limitRate`. Whatever was requested of it, it requests `prefetch` elements first, and then `replenish` each time that
 * many were passed on. If the operator above can share its queue, that queue takes the place of this one; if the
 * operator below drains queues, it drains this one.
 */
export class Prefetch<T> implements Subscriber<T>, Subscription, SharedQueue<T> {
  private readonly downstream: Subscriber<T>;
  private readonly rules: PrefetchRules;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private readonly own = new ReadyQueue<T>();
  /** The queue of the operator above, if it shares one. */
  private shared: SharedQueue<T> | null = null;
  private upstream: Subscription | null = null;
  private demand = 0;
  /** How many elements have been passed on since the last request. */
  private consumed = 0;
  private hasEnded = false;
  private error: Error | null = null;
  /** Whether nothing is passed on any more. */
  private isOver = false;
  /** Whether the drain loop is running or was handed over to the scheduler. */
  private isBusy = false;
  /** Whether the newest element need not wait, because the loop takes it in the same call. */
  private isPassing = false;
  private available: (() => void) | null = null;
  private readonly drainTask = () => this.drain();

  constructor(
    downstream: Subscriber<T>,
    rules: PrefetchRules,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.rules = rules;
    this.station = station;
    this.connection = connection;
  }

  get size(): number {
    return (this.shared ?? this.own).size;
  }

  onSubscribe(subscription: Subscription): void {
    this.upstream = subscription;
    this.shared = sharedQueueOf(subscription, () => this.schedule());
    this.downstream.onSubscribe(this);
    this.requestMore(this.rules.prefetch);
  }

  onNext(element: T): void {
    if (this.hasEnded) {
      this.station?.lost(element, this.rules.afterEnd);
    } else if (this.isOver) {
      this.station?.lost(element, CANCELLED);
    } else if (this.own.size < this.rules.capacity) {
      this.keep(element);
      this.schedule();
    } else {
      this.station?.lost(element, QUEUE_FULL);
      this.upstream?.cancel();
      this.onError(this.rules.overflowError());
    }
  }

  onError(error: Error): void {
    if (this.hasEnded) return;
    this.error = error;
    this.onComplete();
  }

  onComplete(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.schedule();
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    this.schedule();
  }

  cancel(): void {
    this.isOver = true;
    this.upstream?.cancel();
    this.loseAll(CANCELLED);
  }

  shareQueue(available: () => void): SharedQueue<T> {
    this.available = available;
    return this;
  }

  poll(): T {
    const element = this.take();
    this.count();
    return element;
  }

  clear(): void {
    if (this.shared === null) this.loseAll(OVERTAKEN);
    else this.shared.clear();
  }

  private keep(element: T): void {
    const isInline = this.rules.scheduler === null && this.available === null;
    this.isPassing = isInline && !this.isBusy && this.size === 0 && this.demand > 0;
    if (!this.isPassing) this.station?.entered(element);
    this.own.push(element);
  }

  private take(): T {
    const { shared } = this;
    const element = shared === null ? this.own.shift() : shared.poll();
    if (shared !== null || this.isPassing) this.station?.passed(element);
    else this.station?.left(element);
    this.isPassing = false;
    return element;
  }

  private schedule(): void {
    if (this.isBusy || this.isOver) return;
    this.isBusy = true;
    const { scheduler } = this.rules;
    if (scheduler === null) this.drain();
    else scheduler.handOver(this.drainTask);
  }

  private drain(): void {
    if (this.available !== null) this.drainBelow(this.available);
    else this.drainHere();
    this.isBusy = false;
  }

  private drainHere(): void {
    while (!this.isOver) {
      const overtakes = this.error !== null && !this.rules.delaysErrors;
      if (this.hasEnded && (this.size === 0 || overtakes)) {
        this.clear();
        this.finish();
      } else if (this.size === 0 || this.demand === 0) {
        break;
      } else {
        const element = this.take();
        this.demand--;
        this.downstream.onNext(element);
        this.count();
      }
    }
  }

  /** Tells the operator below, which takes the elements itself, that some are available. */
  private drainBelow(available: () => void): void {
    if (this.isOver) return;
    available();
    if (this.hasEnded) this.finish();
  }

  private finish(): void {
    this.isOver = true;
    if (this.error === null) this.downstream.onComplete();
    else this.downstream.onError(this.error);
  }

  /** Counts one more element that was passed on, and requests more once `replenish` were. */
  private count(): void {
    if (++this.consumed < this.rules.replenish) return;
    this.consumed = 0;
    this.requestMore(this.rules.replenish);
  }

  private requestMore(n: number): void {
    this.connection?.requested(n);
    this.upstream?.request(n);
  }

  private loseAll(rule: LossRule): void {
    while (this.own.size > 0) {
      const element = this.own.shift();
      this.station?.lost(element, rule);
    }
  }
}
