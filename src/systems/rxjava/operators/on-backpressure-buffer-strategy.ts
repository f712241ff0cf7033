import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { AFTER_END, BoundedBuffer, type Operator, type WhenFull } from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** What gives way when an element arrives and the buffer is full. */
export type BackpressureOverflowStrategy = "ERROR" | "DROP_OLDEST" | "DROP_LATEST";

/** The buffer was full, and the oldest element in it gave way. */
export const BUFFER_DROP_OLDEST = defineLoss("rxjava-buffer-drop-oldest", "dropped", {
  ko: "버퍼가 가득 차 가장 오래된 요소가 버려짐",
  en: "the oldest in a full buffer",
});

/** The buffer was full, and the newest element in it gave way. */
export const BUFFER_DROP_LATEST = defineLoss("rxjava-buffer-drop-latest", "dropped", {
  ko: "버퍼가 가득 차 버퍼 안의 가장 새로운 요소가 버려짐",
  en: "the newest in a full buffer",
});

/** The buffer was full, and the strategy is ERROR. */
export const BUFFER_ERROR = defineLoss("rxjava-buffer-error", "dropped", {
  ko: "버퍼가 가득 차 오류로 끝남",
  en: "the buffer was full: it failed",
});

const WHEN_FULL: Readonly<Record<BackpressureOverflowStrategy, WhenFull>> = {
  ERROR: {
    givesWay: "arriving",
    loss: BUFFER_ERROR,
    error: () => new MissingBackpressureException(),
  },
  DROP_OLDEST: { givesWay: "oldest", loss: BUFFER_DROP_OLDEST, error: null },
  DROP_LATEST: { givesWay: "newest", loss: BUFFER_DROP_LATEST, error: null },
};

export interface BufferStrategySettings<T> {
  /** Exactly how many elements the buffer can hold. */
  readonly capacity: number;
  readonly strategy: BackpressureOverflowStrategy;
  /** Called when an element is evicted, before `onDropped`; never called under ERROR. */
  readonly onOverflow?: () => void;
  /** Called with the element that is lost (since 3.1.7). */
  readonly onDropped?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(capacity, onOverflow, strategy, onDropped)` (FlowableOnBackpressureBufferStrategy.java,
 * 3.1.12). DROP_OLDEST evicts the oldest element; DROP_LATEST evicts the newest buffered element, although its
 * documentation says that it drops the arriving one; ERROR cancels upstream, loses the buffered elements and ends the
 * stream with a MissingBackpressureException. Errors never wait.
 */
export function onBackpressureBufferStrategy<T>(
  { capacity, strategy, onOverflow, onDropped }: BufferStrategySettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = {
    capacity,
    whenFull: WHEN_FULL[strategy],
    onDropped: (element: T) => {
      if (strategy !== "ERROR") onOverflow?.();
      onDropped?.(element);
    },
    delaysErrors: false,
    afterEnd: AFTER_END,
  };
  return (downstream) => new BoundedBuffer(downstream, rules, station, connection);
}
