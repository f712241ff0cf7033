/**
 * What a row of a trace says. The number is the row's encoding (5 bits). `station` is the station's number in
 * the run's topology, `who` the number of an actor (a coroutine, a subscriber), `element` an element's number.
 */
export const RowKind = {
  /** A source made the element and is about to offer it. */
  MADE: 1,
  /** The element waits in the station from now on; `who` brought it. */
  ENTERED: 2,
  /** The element went through the station without waiting in it, to an actor that waited for one; `who` brought it. */
  PASSED: 3,
  /** The element left the station; `who` has it in hand. */
  LEFT: 4,
  /** `who` must wait before the station, with the element in hand, or -1. */
  HELD: 5,
  /** `who` need not wait before the station any more. */
  RELEASED: 6,
  /** `who` begins to pause or to work; `element` is for how many ms. */
  BEGAN: 7,
  /** `who` has finished its work on the element. */
  DONE: 8,
  /** The element will never be done; `detail` is the number of its `LossRule` in the run. */
  LOST: 9,
  /** The element became part of the element `who`, which waits in the station and now stands for both. */
  MERGED: 10,
  /** `element` more were requested over the connection `station`; -1: without bound. */
  REQUESTED: 11,
  /** The connection `station` carried a signal upstream; `detail` is its number in `SIGNALS`. */
  SIGNALLED: 12,
  /** A number of the station changed: `detail` is the gauge, `element` its value. */
  GAUGE: 13,
  /** The program printed a line: `detail` is the line's number, `element` the number in its first place, or -1. */
  PRINTED: 14,
  /** `who` has ended; `detail` is a `TaskEnd`, `element` the number of the error that it was, or -1. */
  ENDED: 15,
  /** A further number of the line that the row before printed. */
  CONTINUED: 16,
} as const;

export type RowKind = (typeof RowKind)[keyof typeof RowKind];

/** How an actor ended: the `detail` of an ENDED row. */
export const TaskEnd = { COMPLETED: 0, CANCELLED: 1, FAILED: 2 } as const;

export type TaskEnd = (typeof TaskEnd)[keyof typeof TaskEnd];
