import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  AFTER_END,
  DroppingOperator,
  type Operator,
  type Subscriber,
} from "../../reactive/index.ts";

/** Came while none was requested. */
export const DROP = defineLoss("rxjava-drop", "dropped", {
  ko: "요청이 없어 onBackpressureDrop이 버림",
  en: "dropped by onBackpressureDrop: not requested",
});

/**
 * `onBackpressureDrop(onDrop)` (FlowableOnBackpressureDrop.java, 3.1.12): asks for everything and drops what is not
 * requested of it. `onDrop` is called with each element that is dropped.
 */
export function onBackpressureDrop<T>(
  onDrop: ((element: T) => void) | null,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new DropOperator(downstream, onDrop, station, connection);
}

class DropOperator<T> extends DroppingOperator<T> {
  private readonly onDrop: ((element: T) => void) | null;

  constructor(
    downstream: Subscriber<T>,
    onDrop: ((element: T) => void) | null,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, station, connection);
    this.onDrop = onDrop;
  }

  protected override unrequested(element: T): void {
    this.station?.lost(element, DROP);
    this.onDrop?.(element);
  }

  protected override afterEnd(element: T): void {
    this.station?.lost(element, AFTER_END);
  }
}
