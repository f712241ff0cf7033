import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  type Operator,
  powerOfTwoFrom,
  SharedBuffer,
  UNBOUNDED,
  type WhenFull,
} from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** The buffer was full: the stream ended there. */
export const BUFFER_FULL = defineLoss("rxjava-buffer-full", "dropped", {
  ko: "버퍼가 가득 차 오류로 끝남",
  en: "the buffer was full: it failed",
});

const WHEN_FULL: WhenFull = {
  givesWay: "arriving",
  loss: BUFFER_FULL,
  error: () => new MissingBackpressureException("Buffer is full"),
};

export interface BufferSettings<T> {
  /** The capacity, rounded up to a power of two; UNBOUNDED by default. */
  readonly capacity?: number;
  /** Whether an error waits until the buffer is empty; by default it does not, and the buffered elements are lost. */
  readonly delayError?: boolean;
  /** Called when an element finds no place. */
  readonly onOverflow?: () => void;
  /** Called with that element, after `onOverflow` (since 3.1.7). */
  readonly onDropped?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(...)` without a strategy (FlowableOnBackpressureBuffer.java, 3.1.12): keeps the elements that
 * have not been requested. At an element for which there is no room, it cancels upstream and ends with a
 * MissingBackpressureException.
 */
export function onBackpressureBuffer<T>(
  { capacity = UNBOUNDED, delayError = false, onOverflow, onDropped }: BufferSettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = {
    // The size of the array in SpscArrayQueue.java.
    capacity: capacity === UNBOUNDED ? UNBOUNDED : powerOfTwoFrom(capacity),
    whenFull: WHEN_FULL,
    onDropped: (element: T) => {
      onOverflow?.();
      onDropped?.(element);
    },
    delaysErrors: delayError,
    afterEnd: null,
  };
  return (downstream) => new SharedBuffer(downstream, rules, station, connection);
}
