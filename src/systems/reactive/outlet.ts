import { ReadyQueue } from "../../kernel/index.ts";
import type { LossRule, StationLog } from "../../trace/index.ts";
import { addDemand } from "./demand.ts";
import { CANCELLED, OVERTAKEN } from "./losses.ts";
import type { SharedQueue } from "./shared-queue.ts";
import type { Subscriber } from "./signals.ts";

/**
 * The lower end of every operator that holds elements: a queue, and a drain loop that passes its elements on as they
 * are requested. A call from inside the loop (a subscriber that requests in its `onNext`) only changes what the loop
 * looks at next.
 */
export class Outlet<T> implements SharedQueue<T> {
  private readonly waiting = new ReadyQueue<T>();
  private readonly downstream: Subscriber<T>;
  /** Whether an error waits until the queue is empty; otherwise it overtakes the queued elements. */
  private readonly delaysErrors: boolean;
  private readonly station: StationLog | null;
  private demand = 0;
  private ended = false;
  private error: Error | null = null;
  /** Whether nothing is passed on any more. */
  private over = false;
  private isDraining = false;
  /** Whether the newest element need not wait, because the loop takes it in the same call. */
  private isPassing = false;
  private available: (() => void) | null = null;

  constructor(downstream: Subscriber<T>, delaysErrors: boolean, station: StationLog | null) {
    this.downstream = downstream;
    this.delaysErrors = delaysErrors;
    this.station = station;
  }

  get size(): number {
    return this.waiting.size;
  }

  /** How many elements were requested and have not been passed on yet. */
  get requested(): number {
    return this.demand;
  }

  /** Whether `complete` or `fail` was called, after which no element may be offered. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Whether the end has been passed on, or the subscription was cancelled. */
  get isOver(): boolean {
    return this.over;
  }

  /**
   * Puts `element` behind the others, and passes on what was requested. After cancellation the element is lost, yet
   * still takes a place: in the libraries, too, a source that goes on after cancellation (Reactor's `create`) fills
   * the buffer.
   */
  offer(element: T): void {
    if (this.over) {
      this.station?.lost(element, CANCELLED);
      this.waiting.push(element);
      return;
    }
    const isIdle = this.available === null && !this.isDraining;
    this.isPassing = isIdle && this.size === 0 && this.demand > 0;
    if (!this.isPassing) this.station?.entered(element);
    this.waiting.push(element);
    this.signal();
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    if (this.available === null) this.drain();
  }

  complete(): void {
    this.ended = true;
    this.signal();
  }

  fail(error: Error): void {
    this.error = error;
    this.complete();
  }

  cancel(): void {
    this.loseAll(CANCELLED);
    this.over = true;
  }

  /** Loses the oldest element by `rule` and returns it. Call only when `size > 0`. */
  evictOldest(rule: LossRule): T {
    const evicted = this.waiting.shift();
    if (!this.over) this.station?.lost(evicted, rule);
    return evicted;
  }

  /** Loses the newest element by `rule` and returns it. Call only when `size > 0`. */
  evictNewest(rule: LossRule): T {
    const evicted = this.waiting.pop();
    if (!this.over) this.station?.lost(evicted, rule);
    return evicted;
  }

  /** Replaces the newest element with what `replace` returns for it. Call only when `size > 0`. */
  replaceNewest(replace: (newest: T) => T): void {
    this.waiting.push(replace(this.waiting.pop()));
  }

  /**
   * Lets the operator below drain the queue. From then on each offered element calls `available`, and requests no
   * longer make this outlet pass anything on.
   */
  share(available: () => void): this {
    this.available = available;
    return this;
  }

  poll(): T {
    const element = this.waiting.shift();
    if (this.isPassing) this.station?.passed(element);
    else this.station?.left(element);
    this.isPassing = false;
    return element;
  }

  clear(): void {
    this.loseAll(OVERTAKEN);
  }

  /** Passes on what was requested, and then the end, if nothing is left before it. */
  drain(): void {
    if (this.isDraining) return;
    this.isDraining = true;
    while (!this.over) {
      const overtakes = this.error !== null && !this.delaysErrors;
      if (this.ended && (this.size === 0 || overtakes)) {
        this.clear();
        this.finish();
      } else if (this.size === 0 || this.demand === 0) {
        break;
      } else {
        const element = this.poll();
        this.demand--;
        this.downstream.onNext(element);
      }
    }
    this.isDraining = false;
  }

  private signal(): void {
    if (this.available === null) {
      this.drain();
    } else if (!this.over) {
      if (this.ended) this.finish();
      else this.available();
    }
  }

  private finish(): void {
    this.over = true;
    if (this.error === null) this.downstream.onComplete();
    else this.downstream.onError(this.error);
  }

  private loseAll(rule: LossRule): void {
    while (this.size > 0) this.evictOldest(rule);
  }
}
