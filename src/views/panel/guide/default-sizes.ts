/** How many elements each library holds, or asks for ahead, where nobody says otherwise. */
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
  /** A stream whose strategy nobody names. */
  web: 1,
} as const;

/** How many are asked for again, once as many have gone down, of those that ask for `size` first. */
export const ASKED_AGAIN = {
  rxjava: threeQuarters(DEFAULT_SIZES.rxjava),
  reactor: threeQuarters(DEFAULT_SIZES.reactor),
  pekko: DEFAULT_SIZES.pekko / 2,
} as const;

function threeQuarters(size: number): number {
  return size - Math.floor(size / 4);
}
