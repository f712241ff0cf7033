/** The signals of Reactive Streams that RxJava and Reactor have in common. */

/** A subscriber's handle on what is above it in the chain. */
export interface Subscription {
  /** Requests `n` more elements; UNBOUNDED requests all. Throws a RangeError unless `n` is more than 0. */
  request(n: number): void;
  /** Asks for no more elements. Whatever waits above is lost. */
  cancel(): void;
}

/** Receives the signals that come down a chain: a subscription, then elements, finally one error or completion. */
export interface Subscriber<T> {
  onSubscribe(subscription: Subscription): void;
  onNext(element: T): void;
  onError(error: Error): void;
  onComplete(): void;
}

/** The top of a chain: begins to emit to the subscriber, as its requests allow or, if the source is hot, regardless. */
export type Source<T> = (subscriber: Subscriber<T>) => void;

/** Takes the subscriber below an operator, and returns the subscriber that the chain above it emits to. */
export type Operator<T, R = T> = (downstream: Subscriber<R>) => Subscriber<T>;

/** Connects `source`, the `operators` from the top down, and `subscriber`, and starts the chain. */
export function subscribe<T>(
  source: Source<T>,
  operators: readonly Operator<T>[],
  subscriber: Subscriber<T>,
): void {
  source(operators.reduceRight((below, operator) => operator(below), subscriber));
}
