import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { type Operator, SharedBuffer, UNBOUNDED, type WhenFull } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** The buffer was full: the stream ends once the buffer is empty. */
export const BUFFER_FULL = defineLoss("reactor-buffer-full", "dropped", {
  ko: "버퍼가 가득 차 버려지고 나중에 오류가 남",
  en: "the buffer was full: it will fail",
});

const WHEN_FULL: WhenFull = {
  givesWay: "arriving",
  loss: BUFFER_FULL,
  error: () => new OverflowException(),
};

export interface BufferSettings<T> {
  /** Exactly how many elements the buffer can hold; UNBOUNDED by default. */
  readonly maxSize?: number;
  /** Called with the element that finds no place. */
  readonly onOverflow?: (element: T) => void;
}

/**
 * `onBackpressureBuffer(...)` without a strategy (FluxOnBackpressureBuffer.java, 3.8.8): keeps the elements that have
 * not been requested. At an element for which there is no room, it cancels upstream, passes on what it holds as that is
 * requested, and then ends with an OverflowException.
 */
export function onBackpressureBuffer<T>(
  { maxSize = UNBOUNDED, onOverflow }: BufferSettings<T>,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = {
    capacity: maxSize,
    whenFull: WHEN_FULL,
    onDropped: onOverflow ?? null,
    delaysErrors: true,
    afterEnd: NEXT_DROPPED,
  };
  return (downstream) => new SharedBuffer(downstream, rules, station, connection);
}
