import type { ActorReplay } from "./actor-replay.ts";

/**
 * Somebody who is told what the rows of a run mean while they are replayed: the one interpretation of a trace, for
 * figures that grow row by row. Every time is in virtual ms. They are functions: nobody is their `this`.
 */
export interface Witness {
  made?(element: number, timeMs: number): void;
  /** The element came into the station, and stays there. */
  entered?(element: number, station: number, timeMs: number): void;
  /** The element is in no station now: on its way, or in a hand that nothing holds. */
  wentOn?(element: number, timeMs: number): void;
  /** The element began to wait: in a buffer, in the hand of somebody held before one, or on its way out of one. */
  waits?(element: number, timeMs: number): void;
  /** The element reached the worker. */
  received?(element: number, timeMs: number, worker: ActorReplay): void;
  /** The worker began to work on what it has in hand, until its `untilMs`. */
  began?(worker: ActorReplay): void;
  /** `weight` elements are done: more than one where others were merged into this one. */
  done?(element: number, timeMs: number, weight: number): void;
  lost?(element: number, timeMs: number, weight: number): void;
  /** The element became part of another. */
  merged?(element: number, timeMs: number): void;
  /** Somebody must wait before the station with that number; `element` is what they hold, or -1. */
  held?(station: number, element: number, timeMs: number, holder: ActorReplay): void;
  /** Who had to wait with the element in hand goes on, or is ended. */
  released?(element: number, timeMs: number, holder: ActorReplay): void;
  /** So many more were requested over the connection; -1: without bound. */
  requested?(connection: number, n: number, timeMs: number): void;
  /** A signal asked whoever offers over a connection to wait. */
  toldToWait?(timeMs: number): void;
  /** An element came that nobody had requested, from where requests reach nobody. */
  unrequested?(timeMs: number): void;
  /** A gauge of a station has another value. */
  gauge?(station: number, gauge: number, value: number, timeMs: number): void;
  /** The actor has turned to something else, just now. */
  turned?(actor: ActorReplay, timeMs: number): void;
}
