/** An actor in a run: a coroutine, a subscriber, a stream's worker. */

export type ActorRole =
  /** The body of `main`, which launches the others. */
  | "body"
  | "producer"
  /** An actor of its own for one element: a launched `send`, an element on the network. */
  | "sender"
  | "worker"
  | "monitor";

/** An actor as the picture knows it. */
export interface Actor {
  readonly role: ActorRole;
  /** Number among those of its role, from 0; of a sender that of the element it carries. */
  readonly index: number;
  /** Number of the station that it belongs to; -1 for one that only launches others or looks on. */
  readonly station: number;
}
