/** The state of a run at one moment, as `run` hands it out. Nothing in a state changes afterwards. */
import type { Actor, Connection, Station } from "../systems/index.ts";
import type { LossRule, Signal } from "../trace/index.ts";

export interface ActorState {
  readonly actor: Actor;
  /** Its number in rows. */
  readonly who: number;
  /**
   * `ready`: between two steps, or waiting for an element; `busy`: pausing (a source) or working until `untilMs`;
   * `held`: waiting before the station `heldAt`.
   */
  readonly activity: "ready" | "busy" | "held" | "ended" | "cancelled" | "failed";
  /** The number of the station that it waits before, or -1. */
  readonly heldAt: number;
  /** The element that a worker last called with; -1 before its first, and while it waits between two attempts. */
  readonly calling: number;
  /** The elements in hand, first one first. */
  readonly hand: readonly number[];
  readonly sinceMs: number;
  readonly untilMs: number;
  /** The number of elements that it has made or finished. */
  readonly finished: number;
}

/** Elements that wait, oldest first. */
export interface Elements {
  readonly length: number;
  /** The element at a place, 0 the oldest; undefined beyond the newest. */
  at(index: number): number | undefined;
  toArray(): number[];
}

/** An actor that waits before a station. */
export interface Held {
  readonly who: number;
  /** The element in hand, or -1. */
  readonly element: number;
  readonly sinceMs: number;
}

export interface StationState {
  readonly station: Station;
  /** The number of elements that have come in so far, including those that only passed. */
  readonly entered: number;
  readonly left: number;
  readonly done: number;
  readonly lost: number;
  /** The elements that wait in it. */
  readonly contents: Elements;
  /** The actors that wait before it, longest first. */
  readonly held: readonly Held[];
  /** The values of its gauges, in the order of `GAUGES[station.kind]`; NaN until reported. */
  readonly gauges: readonly number[];
  /** When each gauge was last reported, in ms; NaN until then. */
  readonly gaugeMs: readonly number[];
  /** The places that it has now; Infinity if unbounded, NaN for a station that is not a buffer. */
  readonly capacity: number;
  /** The actors that belong to it, by index: the producers of a source, or workers. */
  readonly actors: readonly ActorState[];
  /** The actors here that each exist for one element: on a network, or held before a gate. Oldest first. */
  readonly carriers: readonly ActorState[];
}

export interface ConnectionState {
  readonly connection: Connection;
  /** The sum of all requests; Infinity once there is one without bound. */
  readonly requested: number;
  /** The elements requested and not yet delivered; Infinity once there is a request without bound. */
  readonly outstanding: number;
  /** The last signal that travelled upstream, or null. */
  readonly signal: Signal | null;
  readonly signalMs: number;
}

/** Counts of the elements of one kind. */
export interface KindCount {
  readonly made: number;
  /** Elements that reached a worker. */
  readonly received: number;
  readonly lost: number;
}

export interface RunState {
  /** The number of rows of the trace that the state includes. */
  readonly rows: number;
  /** By number of the station, and of the connection, in the run's topology. */
  readonly stations: readonly StationState[];
  readonly connections: readonly ConnectionState[];
  /** Sums so far; an aggregate counts as the elements merged into it. */
  readonly made: number;
  readonly done: number;
  /** Elements that will never be done: dropped, rejected, failed and undelivered. */
  readonly lost: number;
  readonly lostBy: Readonly<Record<LossRule["manner"], number>>;
  /** Elements lost, by the number of the rule in the recording's `losses`. */
  readonly lostByRule: readonly number[];
  /** Elements that reached a worker. */
  readonly received: number;
  /** Elements that wait in buffers. */
  readonly waiting: number;
  /** Elements in the hand of an actor: of a producer, a carrier or a worker. */
  readonly inHand: number;
  /** Elements in transit between two stations: given to an actor that has not run yet. */
  readonly onTheWay: number;
  /** Elements merged into others that have not ended yet. */
  readonly merged: number;
  /** Actors that only observe. */
  readonly monitors: readonly ActorState[];
  /** By number of the kind; empty if there is only one kind. */
  readonly byKind: readonly KindCount[];
}
