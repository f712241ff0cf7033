import { ReadyQueue, type TimerLoop, type TimerTask } from "../../../kernel/index.ts";
import type { ConnectionLog, LossRule, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  BufferingOperator,
  CANCELLED,
  type Operator,
  type Subscriber,
} from "../../reactive/index.ts";

/** The element had waited for the whole of its time to live. */
export const BUFFER_EXPIRED = defineLoss("reactor-buffer-expired", "dropped", {
  ko: "버퍼에서 수명이 다해 버려짐",
  en: "its time in the buffer ran out",
});

/** A newer element arrived at a full buffer, in which this one was the oldest. */
export const BUFFER_EVICTED = defineLoss("reactor-buffer-evicted", "dropped", {
  ko: "버퍼가 가득 차 가장 오래된 요소가 버려짐",
  en: "the oldest in a full buffer",
});

export interface BufferTtlSettings<T> {
  /** How long an element may wait, in ms. */
  readonly ttlMs: number;
  /** Exactly how many elements the buffer can hold. */
  readonly maxSize: number;
  /** Called with each element that is evicted: its time ran out, the buffer was full, or the stream was cancelled. */
  readonly onBufferEviction?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(ttl, maxSize, onBufferEviction, scheduler)` (FluxOnBackpressureBufferTimeout.java, 3.8.8):
 * keeps the elements that have not been requested, each for at most `ttlMs`. When the buffer is full its oldest element
 * gives way, so the operator never fails by itself. An error from upstream waits until the buffer is empty.
 */
export function onBackpressureBufferTtl<T>(
  clock: TimerLoop,
  settings: BufferTtlSettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new BufferTtlOperator(downstream, clock, settings, station, connection);
}

class BufferTtlOperator<T> extends BufferingOperator<T> {
  private readonly clock: TimerLoop;
  private readonly settings: BufferTtlSettings<T>;
  /** The arrival times of the elements, in ms. Times of elements that have left are removed only in `oldestMs`. */
  private readonly timesMs = new ReadyQueue<number>();
  /** One timer per element, even for those that have left: the library cancels none before the end of the stream. */
  private readonly timers = new ReadyQueue<TimerTask>();
  private readonly expireTask = () => this.expire();

  constructor(
    downstream: Subscriber<T>,
    clock: TimerLoop,
    settings: BufferTtlSettings<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, true, station, connection);
    this.clock = clock;
    this.settings = settings;
  }

  override onNext(element: T): void {
    if (this.outlet.isOver) {
      this.station?.lost(element, CANCELLED);
      return;
    }
    if (this.outlet.size === this.settings.maxSize) this.evict(BUFFER_EVICTED);
    this.timesMs.push(this.clock.now);
    this.timers.push(this.clock.after(this.settings.ttlMs, this.expireTask));
    this.outlet.offer(element);
    this.stopIfOver();
  }

  override onError(error: Error): void {
    super.onError(error);
    this.stopIfOver();
  }

  override onComplete(): void {
    super.onComplete();
    this.stopIfOver();
  }

  override request(n: number): void {
    super.request(n);
    this.stopIfOver();
  }

  override cancel(): void {
    while (this.outlet.size > 0) this.evict(CANCELLED);
    super.cancel();
    this.stopIfOver();
  }

  /** Called when the oldest timer fires: evicts every element whose time to live is over. */
  private expire(): void {
    const { outlet } = this;
    this.timers.shift();
    const cameByMs = this.clock.now - this.settings.ttlMs;
    while (outlet.size > 0 && this.oldestMs() <= cameByMs) this.evict(BUFFER_EXPIRED);
    if (outlet.size === 0 && outlet.hasEnded) outlet.drain();
    this.stopIfOver();
  }

  private oldestMs(): number {
    while (this.timesMs.size > this.outlet.size) this.timesMs.shift();
    return this.timesMs.first();
  }

  private evict(rule: LossRule): void {
    const evicted = this.outlet.evictOldest(rule);
    this.settings.onBufferEviction?.(evicted);
  }

  private stopIfOver(): void {
    if (!this.outlet.isOver) return;
    while (this.timers.size > 0) this.clock.cancel(this.timers.shift());
  }
}
