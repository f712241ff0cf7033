/** The actors of a run: coroutines, subscribers, the workers of a stream. */

export type ActorRole =
  /** The body of `main`, which launches the others. */
  | "body"
  | "producer"
  /** Exists for one element only: a launched `send`, an element on the network. */
  | "sender"
  | "worker"
  | "monitor";

/** An actor as the picture knows it. */
export interface Actor {
  readonly role: ActorRole;
  /** Its number among the actors of its role, from 0; for a sender, the number of the element it carries. */
  readonly index: number;
  /** The number of the station that it belongs to; -1 for an actor that only launches others or observes. */
  readonly station: number;
}
