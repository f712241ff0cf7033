/** The workload settings that the programs of every system except Kotlin use. */
export interface Load {
  /** How many elements are made; 0: without end. */
  readonly count: number;
  /** The pause after each of them, or the least time between two, in ms. */
  readonly producerDelayMs: number;
  /** How long the consumer works on one, in ms. */
  readonly consumerDelayMs: number;
}

/** The same where the source needs no time for an element. */
export type LoadAtOnce = Omit<Load, "producerDelayMs">;
