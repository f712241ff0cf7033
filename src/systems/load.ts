/** The workload settings that the programs of every system except Kotlin use. */
export interface Load {
  /** How many elements are made; 0: elements are made without end. */
  readonly count: number;
  /** The pause after each element, or the least time between two, in ms. */
  readonly producerDelayMs: number;
  /** How long the consumer works on each element, in ms. */
  readonly consumerDelayMs: number;
}

/** The load of a source that needs no time to make an element. */
export type LoadAtOnce = Omit<Load, "producerDelayMs">;
