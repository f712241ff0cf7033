/** The heap in which a program's elements live, as the program sees it. The model itself is in `run/memory`. */
export interface Heap {
  /**
   * Makes room for an element; to be called right after each one is made. Returns for how many whole ms a collection
   * stops the world now, or 0 if there is none.
   */
  collect(): number;
  /** Whether there was no room for the last element. */
  readonly isFull: boolean;
}
