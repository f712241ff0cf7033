import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  BufferingOperator,
  type Operator,
  type QueueSubscription,
  type SharedQueue,
  type Subscriber,
  UNBOUNDED,
} from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** The buffer was full: the stream ends once the buffer is empty. */
export const BUFFER_FULL = defineLoss("reactor-buffer-full", "dropped", {
  ko: "버퍼가 가득 차 버려지고 오류가 예정됨",
  en: "the buffer was full: it will fail",
});

export interface BufferSettings<T> {
  /** How many elements the buffer holds, exactly; UNBOUNDED, the default: any number. */
  readonly maxSize?: number;
  /** Is called with the element that finds no place. */
  readonly onOverflow?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(...)` without a strategy (FluxOnBackpressureBuffer.java, 3.8.8): keeps what is not requested.
 * When the buffer is full it cancels upstream, hands down what it holds as that is requested, and then ends with an
 * OverflowException.
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

  constructor(
    downstream: Subscriber<T>,
    settings: BufferSettings<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, true, station, connection);
    this.settings = settings;
  }

  override onNext(element: T): void {
    const { maxSize = UNBOUNDED, onOverflow } = this.settings;
    if (this.outlet.hasEnded) {
      this.station?.lost(element, NEXT_DROPPED);
    } else if (this.outlet.size < maxSize) {
      this.outlet.offer(element);
    } else {
      this.station?.lost(element, BUFFER_FULL);
      onOverflow?.(element);
      this.overflow(new OverflowException());
    }
  }

  shareQueue(available: () => void): SharedQueue<T> {
    return this.outlet.share(available);
  }
}
