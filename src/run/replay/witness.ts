import type { LossRule, Signal } from "../../trace/index.ts";
import type { ActorReplay } from "./actor-replay.ts";

/**
 * Receives what the rows of a run mean while they are replayed, for figures that grow row by row. Every time is in
 * virtual ms. The members are called as plain functions, without `this`.
 */
export interface Witness {
  /** The actor made the element. */
  made?(element: number, timeMs: number, maker: ActorReplay): void;
  /** The element came over the connections that lead to the station, and used up a request on each of them. */
  came?(element: number, station: number): void;
  /** The element is no longer at the station that it had come to: it went on, or is done, lost, or merged. */
  gone?(element: number, station: number): void;
  /** The element entered the station, and stays there. */
  entered?(element: number, station: number, timeMs: number): void;
  /** The element is in no station now: it is in transit, or in the hand of an actor that is not a worker. */
  wentOn?(element: number, timeMs: number): void;
  /** The element began to wait: in a buffer, in the hand of somebody held before one, or on its way out of one. */
  waits?(element: number, timeMs: number): void;
  /** The element reached the worker. */
  received?(element: number, timeMs: number, worker: ActorReplay): void;
  /** The actor began to pause, or to work on the elements in its hand, until its `untilMs`. */
  began?(actor: ActorReplay): void;
  /** The worker calls with the element: it begins to work on it, or has finished it at once. */
  called?(element: number, worker: ActorReplay): void;
  /**
   * The worker turned to something else, with the element still in hand. If it may try again, its call has failed and
   * this is the pause before the next attempt; if not, it continues its work.
   */
  leftCall?(element: number): void;
  /** `weight` elements are done: more than one where others were merged into this one. */
  done?(element: number, timeMs: number, weight: number): void;
  /** `weight` elements are lost, in the manner of the rule. */
  lost?(element: number, timeMs: number, weight: number, manner: LossRule["manner"]): void;
  /** The element was merged into another. */
  merged?(element: number, timeMs: number): void;
  /** The actor must wait before the station with that number; `element` is the one in its hand, or -1. */
  held?(station: number, element: number, timeMs: number, holder: ActorReplay): void;
  /** The actor that had to wait with the element in hand goes on, or was ended. */
  released?(element: number, timeMs: number, holder: ActorReplay): void;
  /** `n` more were requested over the connection; -1: without bound. */
  requested?(connection: number, n: number, timeMs: number): void;
  /** The connection carried a signal upstream. */
  signalled?(connection: number, signal: Signal | null, timeMs: number): void;
  /** An element came that nobody had requested, to the station where requests end. */
  unrequested?(timeMs: number): void;
  /** A gauge of a station was set to a value. */
  gauge?(station: number, gauge: number, value: number, timeMs: number): void;
  /** The actor turned to something else. */
  turned?(actor: ActorReplay, timeMs: number): void;
}
