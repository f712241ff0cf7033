import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  AFTER_END,
  BufferingOperator,
  type Operator,
  type Subscriber,
} from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** What gives way when an element comes and the buffer is full. */
export type BackpressureOverflowStrategy = "ERROR" | "DROP_OLDEST" | "DROP_LATEST";

/** The buffer was full, and the oldest element in it gave way. */
export const BUFFER_DROP_OLDEST = defineLoss("rxjava-buffer-drop-oldest", "dropped", {
  ko: "버퍼가 가득 차 가장 오래된 요소가 버려짐",
  en: "the oldest in a full buffer",
});

/** The buffer was full, and the newest element in it gave way. */
export const BUFFER_DROP_LATEST = defineLoss("rxjava-buffer-drop-latest", "dropped", {
  ko: "버퍼가 가득 차 버퍼 안의 가장 새 요소가 버려짐",
  en: "the newest in a full buffer",
});

/** The buffer was full, and the strategy is ERROR. */
export const BUFFER_ERROR = defineLoss("rxjava-buffer-error", "dropped", {
  ko: "버퍼가 가득 차 오류로 끝남",
  en: "the buffer was full: it failed",
});

export interface BufferStrategySettings<T> {
  /** How many elements the buffer holds, exactly. */
  readonly capacity: number;
  readonly strategy: BackpressureOverflowStrategy;
  /** Is called when an element is evicted, before `onDropped`; not with ERROR. */
  readonly onOverflow?: () => void;
  /** Is called with the element that is lost (since 3.1.7). */
  readonly onDropped?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(capacity, onOverflow, strategy, onDropped)` (FlowableOnBackpressureBufferStrategy.java,
 * 3.1.12). DROP_OLDEST evicts the oldest element, DROP_LATEST the newest one that is buffered (its documentation
 * says the one that comes); ERROR cancels upstream, loses the buffer and ends with a MissingBackpressureException.
 * Errors never wait.
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
    super(downstream, false, station, connection);
    this.settings = settings;
  }

  override onNext(element: T): void {
    const { outlet, settings } = this;
    if (outlet.hasEnded) {
      this.station?.lost(element, AFTER_END);
    } else if (outlet.size < settings.capacity) {
      outlet.offer(element);
    } else if (settings.strategy === "ERROR") {
      this.station?.lost(element, BUFFER_ERROR);
      settings.onDropped?.(element);
      this.overflow(new MissingBackpressureException());
    } else {
      const evicted =
        settings.strategy === "DROP_OLDEST"
          ? outlet.evictOldest(BUFFER_DROP_OLDEST)
          : outlet.evictNewest(BUFFER_DROP_LATEST);
      outlet.offer(element);
      settings.onOverflow?.();
      settings.onDropped?.(evicted);
    }
  }
}
