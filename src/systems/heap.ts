/** The heap that a program's elements live in, as its program sees it. What it is a model of stands in `run/memory`. */
export interface Heap {
  readonly limitBytes: number;
  /** Bytes that elements take now. */
  readonly liveBytes: number;
  /** An element was just made. Returns for how many whole ms a collection stops the world now; 0 for none. */
  collect(): number;
}
