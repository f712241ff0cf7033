import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { BufferingOperator, type Operator, type Subscriber } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** What gives way when an element comes and the buffer is full. */
export type BufferOverflowStrategy = "ERROR" | "DROP_OLDEST" | "DROP_LATEST";

/** The buffer was full, and the oldest element in it gave way. */
export const BUFFER_DROP_OLDEST = defineLoss("reactor-buffer-drop-oldest", "dropped", {
  ko: "버퍼가 가득 차 가장 오래된 요소가 버려짐",
  en: "the oldest in a full buffer",
});

/** It came while the buffer was full, and the strategy is DROP_LATEST. */
export const BUFFER_DROP_LATEST = defineLoss("reactor-buffer-drop-latest", "dropped", {
  ko: "버퍼가 가득 차 새로 온 요소가 버려짐",
  en: "came to a full buffer",
});

/** It came while the buffer was full, and the strategy is ERROR. */
export const BUFFER_ERROR = defineLoss("reactor-buffer-error", "dropped", {
  ko: "버퍼가 가득 차 버려지고 오류가 예정됨",
  en: "the buffer was full: it will fail",
});

export interface BufferStrategySettings<T> {
  /** How many elements the buffer holds, exactly. */
  readonly maxSize: number;
  readonly strategy: BufferOverflowStrategy;
  /** Is called with the element that is lost. With it errors wait until the buffer is empty. */
  readonly onOverflow?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(maxSize, onOverflow, strategy)` (FluxOnBackpressureBufferStrategy.java, 3.8.8). DROP_OLDEST
 * evicts the oldest element, DROP_LATEST drops the one that comes; ERROR cancels upstream and ends with an
 * OverflowException once the buffer is empty. Another error waits too where there is a callback; else it overtakes.
 */
export function onBackpressureBufferStrategy<T>(
  settings: BufferStrategySettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new BufferStrategyOperator(downstream, settings, station, connection);
}

class BufferStrategyOperator<T> extends BufferingOperator<T> {
  private readonly settings: BufferStrategySettings<T>;

  constructor(
    downstream: Subscriber<T>,
    settings: BufferStrategySettings<T>,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    const delaysErrors = settings.onOverflow !== undefined || settings.strategy === "ERROR";
    super(downstream, delaysErrors, station, connection);
    this.settings = settings;
  }

  override onNext(element: T): void {
    const { outlet, settings } = this;
    if (outlet.hasEnded) this.station?.lost(element, NEXT_DROPPED);
    else if (outlet.size < settings.maxSize) outlet.offer(element);
    else this.whenFull(element);
  }

  private whenFull(element: T): void {
    const { outlet, settings } = this;
    switch (settings.strategy) {
      case "DROP_OLDEST": {
        const evicted = outlet.evictOldest(BUFFER_DROP_OLDEST);
        outlet.offer(element);
        settings.onOverflow?.(evicted);
        break;
      }
      case "DROP_LATEST":
        this.station?.lost(element, BUFFER_DROP_LATEST);
        settings.onOverflow?.(element);
        break;
      case "ERROR":
        this.station?.lost(element, BUFFER_ERROR);
        settings.onOverflow?.(element);
        this.overflow(new OverflowException());
    }
  }
}
