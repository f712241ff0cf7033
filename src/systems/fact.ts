/** The numbers of gates that a picture shows: the `detail` of a GATE row, whose `element` is the value. */
export const Fact = {
  /** Permits of a semaphore that are free. */
  PERMITS: 0,
  /** Tokens in a bucket, in thousandths, at the time of the row. */
  TOKENS: 1,
  /** State of a circuit breaker: see `BreakerState`. */
  BREAKER: 2,
  /** Failures that the breaker counts now: in a row, or in its window. */
  FAILURES: 3,
  /** Virtual ms at which an open breaker may go half-open. */
  BREAKER_UNTIL: 4,
  /** Calls in the window of a breaker. */
  CALLS: 5,
  /** Virtual ms at which a batch that is not full is flushed. */
  FLUSH_AT: 6,
  /** Level of degradation: 0 is full service. */
  LEVEL: 7,
  /** Attempts that retries have made so far. */
  ATTEMPTS: 8,
  /** Threads of a pool that are free. */
  THREADS: 9,
  /** Measured utilisation of a buffer, in percent. */
  UTILISATION: 10,
  /** Virtual ms until which a garbage collection of the heap model stops the world. */
  GC_UNTIL: 11,
  /** Slow calls in the window of a breaker. */
  SLOW_CALLS: 12,
} as const;

export type Fact = (typeof Fact)[keyof typeof Fact];

/** How many facts there are. */
export const FACTS = 13;

/** States of a circuit breaker: the value of `Fact.BREAKER`. */
export const BreakerState = { CLOSED: 0, OPEN: 1, HALF_OPEN: 2 } as const;

export type BreakerState = (typeof BreakerState)[keyof typeof BreakerState];
