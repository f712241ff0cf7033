import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { BufferingOperator, type Operator, type Subscriber } from "../../reactive/index.ts";

/**
 * `onBackpressureReduce(reducer)` (FlowableOnBackpressureReduce.java, 3.1.12): reduces all elements that have not been
 * requested to one value, and passes it on at the next request. An error does not wait for the value.
 */
export function onBackpressureReduce<T>(
  reducer: (waiting: T, element: T) => T,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const first = (element: T) => element;
  return (downstream) => new ReduceOperator(downstream, first, reducer, station, connection);
}

/**
 * `onBackpressureReduce(supplier, reducer)` (FlowableOnBackpressureReduceWith.java, 3.1.12): like
 * `onBackpressureReduce`, but each value starts from what `supplier` returns, even the value of a single element.
 */
export function onBackpressureReduceWith<T, R>(
  supplier: () => R,
  reducer: (waiting: R, element: T) => R,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T, R> {
  const first = (element: T) => reducer(supplier(), element);
  return (downstream) => new ReduceOperator(downstream, first, reducer, station, connection);
}

/** In the log of its station, the waiting value is an element into which the others are merged. */
class ReduceOperator<T, R> extends BufferingOperator<T, R> {
  private readonly first: (element: T) => R;
  private readonly reducer: (waiting: R, element: T) => R;

  constructor(
    downstream: Subscriber<R>,
    first: (element: T) => R,
    reducer: (waiting: R, element: T) => R,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, false, station, connection);
    this.first = first;
    this.reducer = reducer;
  }

  override onNext(element: T): void {
    const { outlet } = this;
    if (outlet.size > 0) {
      outlet.replaceNewest((waiting) => this.merge(waiting, element));
    } else {
      const value = this.first(element);
      this.mergeInto(value, element);
      outlet.offer(value);
    }
  }

  private merge(waiting: R, element: T): R {
    const value = this.reducer(waiting, element);
    this.mergeInto(value, waiting);
    this.mergeInto(value, element);
    if (!Object.is(value, waiting)) this.station?.entered(value);
    return value;
  }

  private mergeInto(value: R, part: R | T): void {
    if (!Object.is(value, part)) this.station?.merged(part, value);
  }
}
