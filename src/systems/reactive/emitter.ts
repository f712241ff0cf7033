/** The emitter of the program inside `create`: one passes elements on in the same call, the other queues them. */
import type { LossRule, StationLog } from "../../trace/index.ts";
import { addDemand } from "./demand.ts";
import { CANCELLED } from "./losses.ts";
import { Outlet } from "./outlet.ts";
import type { Subscriber, Subscription } from "./signals.ts";

export interface Emitter<T> {
  /** How many elements were requested and have not been emitted yet. */
  readonly requested: number;
  readonly isCancelled: boolean;
  next(element: T): void;
  error(error: Error): void;
  complete(): void;
  /** Calls `listener` with `n` at every request of `n`, and at once with any demand that is already outstanding. */
  onRequest(listener: (n: number) => void): void;
}

/** What a `DirectEmitter` does with an element that was not requested. */
export interface Unrequested {
  readonly loss: LossRule;
  /** Makes the error that ends the stream; null if the stream goes on. */
  readonly error: (() => Error) | null;
}

/** Where the emitters without a queue differ between the libraries. */
export interface EmitterRules {
  /** Why an element that is emitted after the end is lost. */
  readonly afterEnd: LossRule;
  /** Whether an element that is emitted after cancellation is lost; otherwise it is treated like any other. */
  readonly heedsCancel: boolean;
}

/**
 * Emits a requested element in the same call. By `unrequested`, any other element goes through as well (null), is
 * dropped, or ends the stream.
 */
export class DirectEmitter<T> implements Emitter<T>, Subscription {
  isCancelled = false;
  private demand = 0;
  private hasEnded = false;
  private listener: ((n: number) => void) | null = null;
  private readonly downstream: Subscriber<T>;
  private readonly unrequested: Unrequested | null;
  private readonly rules: EmitterRules;
  private readonly station: StationLog | null;

  constructor(
    downstream: Subscriber<T>,
    unrequested: Unrequested | null,
    rules: EmitterRules,
    station: StationLog | null,
  ) {
    this.downstream = downstream;
    this.unrequested = unrequested;
    this.rules = rules;
    this.station = station;
  }

  get requested(): number {
    return this.demand;
  }

  next(element: T): void {
    const { unrequested, station } = this;
    station?.made(element);
    if (this.hasEnded) {
      station?.lost(element, this.rules.afterEnd);
    } else if (this.isCancelled && this.rules.heedsCancel) {
      station?.lost(element, CANCELLED);
    } else if (this.demand > 0) {
      this.demand--;
      this.downstream.onNext(element);
    } else if (unrequested === null) {
      this.downstream.onNext(element);
    } else {
      station?.lost(element, unrequested.loss);
      if (unrequested.error !== null) this.error(unrequested.error());
    }
  }

  error(error: Error): void {
    if (this.hasEnded || this.isCancelled) return;
    this.hasEnded = true;
    this.downstream.onError(error);
  }

  complete(): void {
    if (this.hasEnded || this.isCancelled) return;
    this.hasEnded = true;
    this.downstream.onComplete();
  }

  onRequest(listener: (n: number) => void): void {
    this.listener = listener;
    if (this.demand > 0) listener(this.demand);
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    this.listener?.(n);
  }

  cancel(): void {
    this.isCancelled = true;
  }
}

/** Keeps the elements that have not been requested yet: all of them, or with `replaced` only the newest. */
export class QueueEmitter<T> implements Emitter<T>, Subscription {
  isCancelled = false;
  private listener: ((n: number) => void) | null = null;
  private readonly outlet: Outlet<T>;
  private readonly replaced: LossRule | null;
  private readonly afterEnd: LossRule;
  private readonly station: StationLog | null;

  /**
   * `replaced`: why a waiting element is lost when a newer one comes; null if both are kept. `afterEnd`: why an
   * element that is emitted after the end is lost.
   */
  constructor(
    downstream: Subscriber<T>,
    replaced: LossRule | null,
    afterEnd: LossRule,
    station: StationLog | null,
  ) {
    this.outlet = new Outlet(downstream, true, station);
    this.replaced = replaced;
    this.afterEnd = afterEnd;
    this.station = station;
  }

  get requested(): number {
    return this.outlet.requested;
  }

  next(element: T): void {
    const { outlet, replaced, station } = this;
    station?.made(element);
    if (outlet.hasEnded) {
      station?.lost(element, this.afterEnd);
    } else if (this.isCancelled) {
      station?.lost(element, CANCELLED);
    } else {
      if (replaced !== null && outlet.size > 0) outlet.evictNewest(replaced);
      outlet.offer(element);
    }
  }

  error(error: Error): void {
    if (!this.outlet.hasEnded) this.outlet.fail(error);
  }

  complete(): void {
    if (!this.outlet.hasEnded) this.outlet.complete();
  }

  onRequest(listener: (n: number) => void): void {
    this.listener = listener;
    if (this.requested > 0) listener(this.requested);
  }

  request(n: number): void {
    this.outlet.request(n);
    this.listener?.(n);
  }

  cancel(): void {
    this.isCancelled = true;
    this.outlet.cancel();
  }
}
