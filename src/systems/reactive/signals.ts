/** The signals of Reactive Streams that RxJava and Reactor have in common. */

/** A subscriber's line upstream. */
export interface Subscription {
  /** Asks for `n` more elements; UNBOUNDED: for all. Throws a RangeError unless `n` is more than 0. */
  request(n: number): void;
  /** Wants no more elements. Whatever waits above is lost. */
  cancel(): void;
}

/** Is told what comes down a chain: first its subscription, then elements, at last one error or completion. */
export interface Subscriber<T> {
  onSubscribe(subscription: Subscription): void;
  onNext(element: T): void;
  onError(error: Error): void;
  onComplete(): void;
}

/** The top of a chain: begins to emit to its subscriber as far as that asks for elements (or does not care). */
export type Source<T> = (subscriber: Subscriber<T>) => void;

/** Makes of the subscriber below an operator the one that the chain above it emits to. */
export type Operator<T, R = T> = (downstream: Subscriber<R>) => Subscriber<T>;

/** Connects a chain, `operators` from the top down, and lets it begin. */
export function subscribe<T>(
  source: Source<T>,
  operators: readonly Operator<T>[],
  subscriber: Subscriber<T>,
): void {
  source(operators.reduceRight((below, operator) => operator(below), subscriber));
}
