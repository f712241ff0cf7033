import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  BufferingOperator,
  type Operator,
  powerOfTwoFrom,
  type QueueSubscription,
  type SharedQueue,
  type Subscriber,
  UNBOUNDED,
} from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** The buffer was full: the stream ended there. */
export const BUFFER_FULL = defineLoss("rxjava-buffer-full", "dropped", {
  ko: "버퍼가 가득 차 오류로 끝남",
  en: "the buffer was full: it failed",
});

export interface BufferSettings<T> {
  /** The buffer holds the next power of two of it; UNBOUNDED, the default: any number. */
  readonly capacity?: number;
  /** Whether an error waits until the buffer is empty; by default it does not, and the buffer is lost. */
  readonly delayError?: boolean;
  /** Is called when an element finds no place. */
  readonly onOverflow?: () => void;
  /** Is called with that element, after `onOverflow` (since 3.1.7). */
  readonly onDropped?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(...)` without a strategy (FlowableOnBackpressureBuffer.java, 3.1.12): keeps what is not
 * requested. When the buffer is full it cancels upstream and ends with a MissingBackpressureException.
 */
export function onBackpressureBuffer<T>(
  settings: BufferSettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new BufferOperator(downstream, settings, station, connection);
}

class BufferOperator<T> extends BufferingOperator<T> implements QueueSubscription<T> {
  private readonly settings: BufferSettings<T>;
  private readonly places: number;

  constructor(
    downstream: Subscriber<T>,
    settings: BufferSettings<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, settings.delayError ?? false, station, connection);
    const { capacity = UNBOUNDED } = settings;
    this.settings = settings;
    // SpscArrayQueue.java: the size of its array.
    this.places = capacity === UNBOUNDED ? UNBOUNDED : powerOfTwoFrom(capacity);
  }

  override onNext(element: T): void {
    if (this.outlet.size < this.places) {
      this.outlet.offer(element);
      return;
    }
    this.station?.lost(element, BUFFER_FULL);
    this.settings.onOverflow?.();
    this.settings.onDropped?.(element);
    this.overflow(new MissingBackpressureException("Buffer is full"));
  }

  shareQueue(available: () => void): SharedQueue<T> {
    return this.outlet.share(available);
  }
}
