import type { LossRule, Signal } from "../../trace/index.ts";
import type { ActorReplay } from "./actor-replay.ts";

/**
 * Somebody who is told what the rows of a run mean while they are replayed: the one interpretation of a trace, for
 * figures that grow row by row. Every time is in virtual ms. They are functions: nobody is their `this`.
 */
export interface Witness {
  made?(element: number, timeMs: number, maker: ActorReplay): void;
  /** The element came over the connections that lead to the station: it spends what was requested over them. */
  came?(element: number, station: number): void;
  /** What had come to the station is there no more: it went on, is done, lost, or part of another. */
  gone?(element: number, station: number): void;
  /** The element came into the station, and stays there. */
  entered?(element: number, station: number, timeMs: number): void;
  /** The element is in no station now: on its way, or in a hand that nothing holds. */
  wentOn?(element: number, timeMs: number): void;
  /** The element began to wait: in a buffer, in the hand of somebody held before one, or on its way out of one. */
  waits?(element: number, timeMs: number): void;
  /** The element reached the worker. */
  received?(element: number, timeMs: number, worker: ActorReplay): void;
  /** The actor began to pause, or to work on what it has in hand, until its `untilMs`. */
  began?(actor: ActorReplay): void;
  /** The worker calls with the element: it begins to work on it, or is finished with it at once. */
  called?(element: number, worker: ActorReplay): void;
  /**
   * The worker turned to something else, with the element still in hand. Where it may try again its call has failed, and
   * this is the pause before the next; where it may not, it goes on with its work.
   */
  leftCall?(element: number): void;
  /** `weight` elements are done: more than one where others were merged into this one. */
  done?(element: number, timeMs: number, weight: number): void;
  lost?(element: number, timeMs: number, weight: number, manner: LossRule["manner"]): void;
  /** The element became part of another. */
  merged?(element: number, timeMs: number): void;
  /** Somebody must wait before the station with that number; `element` is what they hold, or -1. */
  held?(station: number, element: number, timeMs: number, holder: ActorReplay): void;
  /** Who had to wait with the element in hand goes on, or is ended. */
  released?(element: number, timeMs: number, holder: ActorReplay): void;
  /** So many more were requested over the connection; -1: without bound. */
  requested?(connection: number, n: number, timeMs: number): void;
  /** The connection carried a signal upstream. */
  signalled?(connection: number, signal: Signal | null, timeMs: number): void;
  /** An element came that nobody had requested, from where requests reach nobody. */
  unrequested?(timeMs: number): void;
  /** A gauge of a station has another value. */
  gauge?(station: number, gauge: number, value: number, timeMs: number): void;
  /** The actor has turned to something else, just now. */
  turned?(actor: ActorReplay, timeMs: number): void;
}
