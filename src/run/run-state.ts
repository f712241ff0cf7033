/** What stands where at one moment of a run: what `run` hands out. Nothing in a state changes afterwards. */
import type { Actor, Connection, Station } from "../systems/index.ts";
import type { LossRule, Signal } from "../trace/index.ts";

export interface ActorState {
  readonly actor: Actor;
  /** The number that rows call it by. */
  readonly who: number;
  /**
   * `ready`: between two steps, or waiting for an element; `busy`: pausing (a source) or working until `untilMs`;
   * `held`: waits before the station `heldAt`.
   */
  readonly activity: "ready" | "busy" | "held" | "ended" | "cancelled" | "failed";
  /** Number of the station that it waits before, or -1. */
  readonly heldAt: number;
  /** The element that a worker called with last; -1 before it has any, and while it waits between two attempts. */
  readonly calling: number;
  /** The elements in hand, first one first. */
  readonly hand: readonly number[];
  readonly sinceMs: number;
  readonly untilMs: number;
  /** How many elements it has made, or finished. */
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
  /** How many elements came in so far, those that only passed included. */
  readonly entered: number;
  readonly left: number;
  readonly done: number;
  readonly lost: number;
  /** What waits in it. */
  readonly contents: Elements;
  /** The actors that wait before it, longest first. */
  readonly held: readonly Held[];
  /** By the order of `GAUGES[station.kind]`; NaN before anybody told. */
  readonly gauges: readonly number[];
  /** When each was told, in ms; NaN before. */
  readonly gaugeMs: readonly number[];
  /** Places that it has now: Infinity for no bound; NaN for a station that is no buffer. */
  readonly capacity: number;
  /** The actors that belong to it, by index: producers of a source, workers. */
  readonly actors: readonly ActorState[];
  /** Actors of their own for an element each that stand here: on a network, held before a gate. Oldest first. */
  readonly carriers: readonly ActorState[];
}

export interface ConnectionState {
  readonly connection: Connection;
  /** Sum of all requests; Infinity: without bound. */
  readonly requested: number;
  /** Requested and not yet delivered; Infinity: without bound. */
  readonly outstanding: number;
  /** The last signal that travelled upstream, or null. */
  readonly signal: Signal | null;
  readonly signalMs: number;
}

/** What has become of the elements of one kind. */
export interface KindCount {
  readonly made: number;
  /** Reached the workers. */
  readonly received: number;
  readonly lost: number;
}

export interface RunState {
  /** How many rows of the trace are counted in. */
  readonly rows: number;
  /** By the number of the station, and of the connection, in the run's topology. */
  readonly stations: readonly StationState[];
  readonly connections: readonly ConnectionState[];
  /** Sums so far; an aggregate counts as the elements merged into it. */
  readonly made: number;
  readonly done: number;
  /** All that will never be done: dropped, rejected, failed and undelivered. */
  readonly lost: number;
  readonly lostBy: Readonly<Record<LossRule["manner"], number>>;
  /** Lost, by the number of the rule in the recording's `losses`. */
  readonly lostByRule: readonly number[];
  /** Reached the workers. */
  readonly received: number;
  /** Wait in buffers. */
  readonly waiting: number;
  /** In the hand of an actor: of a source, a carrier, a worker. */
  readonly inHand: number;
  /** On the way between two stations: given to an actor that has not run yet. */
  readonly onTheWay: number;
  /** Merged into other elements that are still there. */
  readonly merged: number;
  /** Actors that only look on. */
  readonly monitors: readonly ActorState[];
  /** By number of the kind; empty where all elements are of one. */
  readonly byKind: readonly KindCount[];
}
