import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { BoundedBuffer, type Operator, type WhenFull } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** What gives way when an element arrives and the buffer is full. */
export type BufferOverflowStrategy = "ERROR" | "DROP_OLDEST" | "DROP_LATEST";

/** The buffer was full, and the oldest element in it gave way. */
export const BUFFER_DROP_OLDEST = defineLoss("reactor-buffer-drop-oldest", "dropped", {
  ko: "버퍼가 가득 차 가장 오래된 요소가 버려짐",
  en: "the oldest in a full buffer",
});

/** The element arrived while the buffer was full, and the strategy is DROP_LATEST. */
export const BUFFER_DROP_LATEST = defineLoss("reactor-buffer-drop-latest", "dropped", {
  ko: "버퍼가 가득 차 새로 온 요소가 버려짐",
  en: "came to a full buffer",
});

/** The element arrived while the buffer was full, and the strategy is ERROR. */
export const BUFFER_ERROR = defineLoss("reactor-buffer-error", "dropped", {
  ko: "버퍼가 가득 차 버려지고 나중에 오류가 남",
  en: "the buffer was full: it will fail",
});

const WHEN_FULL: Readonly<Record<BufferOverflowStrategy, WhenFull>> = {
  ERROR: { givesWay: "arriving", loss: BUFFER_ERROR, error: () => new OverflowException() },
  DROP_OLDEST: { givesWay: "oldest", loss: BUFFER_DROP_OLDEST, error: null },
  DROP_LATEST: { givesWay: "arriving", loss: BUFFER_DROP_LATEST, error: null },
};

export interface BufferStrategySettings<T> {
  /** Exactly how many elements the buffer can hold. */
  readonly maxSize: number;
  readonly strategy: BufferOverflowStrategy;
  /** Called with the element that is lost. If it is given, errors wait until the buffer is empty. */
  readonly onOverflow?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(maxSize, onOverflow, strategy)` (FluxOnBackpressureBufferStrategy.java, 3.8.8). DROP_OLDEST
 * evicts the oldest element and DROP_LATEST drops the arriving one; ERROR cancels upstream and ends with an
 * OverflowException once the buffer is empty. An error from upstream waits, too, under ERROR or if `onOverflow` is
 * given; otherwise it overtakes the buffered elements.
 */
export function onBackpressureBufferStrategy<T>(
  { maxSize, strategy, onOverflow }: BufferStrategySettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = {
    capacity: maxSize,
    whenFull: WHEN_FULL[strategy],
    onDropped: onOverflow ?? null,
    delaysErrors: onOverflow !== undefined || strategy === "ERROR",
    afterEnd: NEXT_DROPPED,
  };
  return (downstream) => new BoundedBuffer(downstream, rules, station, connection);
}
