/** How many elements each library holds, or requests ahead, by default. */
export const DEFAULT_SIZES = {
  /** `Channel.BUFFERED`; `Channel()` alone holds none. */
  channel: 64,
  /** `buffer()` and `flowOn`. */
  flow: 64,
  /** `observeOn`. */
  rxjava: 128,
  /** `publishOn`. */
  reactor: 256,
  /** The input buffer at `.async()`. */
  pekko: 16,
  /** A stream of objects. */
  node: 16,
  /** A stream without a queuing strategy. */
  web: 1,
} as const;

/** How many elements libraries that first request their size request again, each time that many have been passed on. */
export const ASKED_AGAIN = {
  rxjava: threeQuarters(DEFAULT_SIZES.rxjava),
  reactor: threeQuarters(DEFAULT_SIZES.reactor),
  pekko: DEFAULT_SIZES.pekko / 2,
} as const;

function threeQuarters(size: number): number {
  return size - Math.floor(size / 4);
}
