/**
 * The kinds of rows in a trace, each with its encoding in 5 bits. Unless a kind says otherwise, a row's `station` is
 * the number of a station in the run's topology, `who` the number of an actor (a coroutine, a subscriber), and
 * `element` the number of an element.
 */
export const RowKind = {
  /** A source made the element and is about to offer it. */
  MADE: 1,
  /** The element begins to wait in the station; `who` brought it. */
  ENTERED: 2,
  /** The element went straight through the station to an actor that was waiting for one; `who` brought it. */
  PASSED: 3,
  /** The element left the station; `who` has it in hand. */
  LEFT: 4,
  /** `who` must wait before the station, with `element` in hand, or -1 for none. */
  HELD: 5,
  /** `who` no longer has to wait before the station. */
  RELEASED: 6,
  /** `who` begins to pause or to work, for `element` ms. */
  BEGAN: 7,
  /** `who` has finished its work on the element. */
  DONE: 8,
  /** The element was lost and will never be done; `detail` is the number of the `LossRule` in the run. */
  LOST: 9,
  /** The element became part of the element `who`, which waits in the station and now stands for both. */
  MERGED: 10,
  /** `element` more elements were requested over the connection number `station`; -1: without bound. */
  REQUESTED: 11,
  /** A signal travelled upstream over the connection number `station`; `detail` is its index in `SIGNALS`. */
  SIGNALLED: 12,
  /** A gauge of the station changed: `detail` is the gauge's number, `element` its new value. */
  GAUGE: 13,
  /** The program printed line number `detail`; `element` is the number in the line's first place, or -1. */
  PRINTED: 14,
  /** `who` has ended; `detail` is a `TaskEnd`, `element` the number of the error that ended it, or -1. */
  ENDED: 15,
  /** `element` is a further number of the line that the rows before began. */
  CONTINUED: 16,
} as const;

export type RowKind = (typeof RowKind)[keyof typeof RowKind];

/** How an actor ended: the `detail` of an ENDED row. */
export const TaskEnd = { COMPLETED: 0, CANCELLED: 1, FAILED: 2 } as const;

export type TaskEnd = (typeof TaskEnd)[keyof typeof TaskEnd];
