import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { DroppingOperator, type Operator, type Subscriber } from "../../reactive/index.ts";

/** Came while none was requested, or after the end. */
export const DROP = defineLoss("reactor-drop", "dropped", {
  ko: "요청이 없어 onBackpressureDrop이 버림",
  en: "dropped by onBackpressureDrop: not requested",
});

/**
 * `onBackpressureDrop(onDropped)` (FluxOnBackpressureDrop.java, 3.8.8): asks for everything and drops what is not
 * requested of it. `onDropped` is called with each element that is dropped.
 */
export function onBackpressureDrop<T>(
  onDropped: ((element: T) => void) | null,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new DropOperator(downstream, onDropped, station, connection);
}

class DropOperator<T> extends DroppingOperator<T> {
  private readonly onDropped: ((element: T) => void) | null;

  constructor(
    downstream: Subscriber<T>,
    onDropped: ((element: T) => void) | null,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, station, connection);
    this.onDropped = onDropped;
  }

  protected override unrequested(element: T): void {
    this.station?.lost(element, DROP);
    this.onDropped?.(element);
  }

  protected override afterEnd(element: T): void {
    this.unrequested(element);
  }
}
