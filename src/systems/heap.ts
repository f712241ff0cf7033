/** The heap that a program's elements live in, as its program sees it. What it is a model of stands in `run/memory`. */
export interface Heap {
  /** To be called for each element, when it was just made. Returns for how many whole ms a collection stops the world now; 0 for none. */
  collect(): number;
  /** Whether there was no room for the element that was made last. */
  readonly isFull: boolean;
}
