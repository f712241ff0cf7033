/** The graph on which a run happens: stations, and the connections between them. */
import type { Text } from "../i18n/index.ts";

interface StationOf<Kind extends string> {
  readonly kind: Kind;
  /** Its id, unique in its topology, by which programs and tests refer to it. */
  readonly id: string;
  /** Its name on the page, where that of its kind is not enough. */
  readonly name?: Text;
}

/** Makes the elements. */
export type SourceStation = StationOf<"source">;

/** Carries elements: each arrives `latencyMs` after it was sent, and nobody is held back meanwhile. */
export interface NetworkStation extends StationOf<"network"> {
  readonly latencyMs: number;
}

/** Elements wait in it, first in first out unless the strategy promises something else. */
export interface BufferStation extends StationOf<"buffer"> {
  /** The most elements that can wait in it: Infinity for no bound, 0 for a rendezvous. */
  readonly capacity: number;
  /** The high-water mark of a buffer that may hold more than that (Node). */
  readonly mark?: number;
  /** An element that arrives while it is full becomes part of one that waits in it. */
  readonly merges?: true;
  /** Every element stays for a while, even if a consumer is waiting: none passes straight through. */
  readonly delays?: true;
  /** The element being worked on counts towards the mark, in addition to those that wait. */
  readonly countsWork?: boolean;
  /** The number of its slots, one for each kind of element; a plain queue has none. */
  readonly slots?: number;
}

/** A semaphore: at most `total` elements are past it at once. */
export interface PermitsStation extends StationOf<"permits"> {
  readonly total: number;
}

/** A token bucket: it refills at `ratePerSec` tokens a second and holds up to `burst`. */
export interface TokensStation extends StationOf<"tokens"> {
  readonly ratePerSec: number;
  readonly burst: number;
}

/**
 * A circuit breaker: it opens for `openMs` at `threshold` failures, or at that percentage of failed or slow calls in
 * its window.
 */
export interface BreakerStation extends StationOf<"breaker"> {
  readonly threshold: number;
  readonly unit: "failures" | "percent" | "slowPercent";
  readonly openMs: number;
}

/** Levels of service: each level above the first turns one more kind of element away. */
export interface LevelsStation extends StationOf<"levels"> {
  readonly levels: readonly Text[];
}

/** Threads that the workers behind it share. */
export interface ThreadsStation extends StationOf<"threads"> {
  readonly total: number;
}

/**
 * A service across a network, which the workers behind it call with each element. The answer comes `latencyMs` later,
 * and the caller is held until then.
 */
export interface CallStation extends StationOf<"call"> {
  readonly latencyMs: number;
}

/** The workers, which take elements and work on them. */
export interface WorkersStation extends StationOf<"workers"> {
  /** The number of workers at the start, if a setting determines it; otherwise there is one. */
  readonly crew?: number;
  /** They work on `size` elements at once, or on those gathered after `flushMs` (0: on full batches only). */
  readonly batch?: { readonly size: number; readonly flushMs: number };
  /** The most times that each call is attempted. */
  readonly attempts?: number;
}

export type Station =
  | SourceStation
  | NetworkStation
  | BufferStation
  | PermitsStation
  | TokensStation
  | BreakerStation
  | LevelsStation
  | ThreadsStation
  | CallStation
  | WorkersStation;

export type StationKind = Station["kind"];

/**
 * The numbers that a station of each kind reports during a run. A GAUGE row's `detail` is the index of one of them
 * here. Their values are whole numbers below 2^31.
 */
export const GAUGES = {
  source: [],
  network: [],
  /** `capacity`: its new capacity. `utilisation`: how full the program believes it is, in percent. */
  buffer: ["capacity", "utilisation"],
  permits: ["free"],
  /** The tokens left, in thousandths of a token. */
  tokens: ["thousandths"],
  /**
   * `state`: a `BreakerState`. `failures`: those that count now. `calls`, `slowCalls`: those in its window. `untilMs`:
   * when an open breaker lets a trial call through.
   */
  breaker: ["state", "failures", "calls", "untilMs", "slowCalls"],
  levels: ["level"],
  threads: ["free"],
  call: [],
  /**
   * `flushAtMs`: when a batch that is not full is worked on. `attempts`: retries so far. `stoppedUntilMs`: when a
   * garbage collection ends.
   */
  workers: ["flushAtMs", "attempts", "stoppedUntilMs"],
} as const satisfies Readonly<Record<StationKind, readonly string[]>>;

export type GaugeName = (typeof GAUGES)[StationKind][number];

/** The states of a circuit breaker, as values of its gauge `state`. */
export const BreakerState = { CLOSED: 0, OPEN: 1, HALF_OPEN: 2 } as const;

export type BreakerState = (typeof BreakerState)[keyof typeof BreakerState];

/**
 * How pressure travels back over a connection. `suspend`: the sender is held until there is room; `request`: the
 * receiver requests elements, and each element sent uses up one request; `signal`: the result of a write tells the
 * sender to wait, and a drain to go on; `none`: nothing can slow the sender.
 */
export type Pressure = "suspend" | "request" | "signal" | "none";

/** The path of elements from one station to the next. */
export interface Connection {
  /** Numbers of the stations in the topology. */
  readonly from: number;
  readonly to: number;
  readonly pressure: Pressure;
}

export interface Topology {
  /** The stations in the order in which elements pass them; a station's number is its index here. */
  readonly stations: readonly Station[];
  readonly connections: readonly Connection[];
}

/**
 * Connects stations in a row, with the pressure between each two: `chain(source, "suspend", buffer, "request", sink)`.
 * Throws if there is no pressure between two stations, or if two have the same id.
 */
export function chain(...parts: readonly (Station | Pressure)[]): Topology {
  const stations: Station[] = [];
  const connections: Connection[] = [];
  let pressure: Pressure | null = null;
  for (const part of parts) {
    if (typeof part === "string") {
      pressure = part;
      continue;
    }
    const to = stations.length;
    if (stations.some(({ id }) => id === part.id))
      throw new Error(`two stations are called ${part.id}`);
    if (to > 0) {
      if (pressure === null)
        throw new Error(`chain: nothing between ${stations[to - 1]?.id} and ${part.id}`);
      connections.push({ from: to - 1, to, pressure });
    }
    stations.push(part);
    pressure = null;
  }
  return { stations, connections };
}

/** The stations at the two ends of most programs. */
export const SOURCE: SourceStation = { kind: "source", id: "source" };
export const WORKERS: WorkersStation = { kind: "workers", id: "workers" };

/** Returns the same graph with `crew` workers at the start. */
export function withCrew(topology: Topology, crew = 1): Topology {
  return {
    ...topology,
    stations: topology.stations.map((each) => (each.kind === "workers" ? { ...each, crew } : each)),
  };
}

/** Returns the number of the station with that id. Throws if there is none. */
export function stationNumber({ stations }: Topology, id: string): number {
  const number = stations.findIndex((station) => station.id === id);
  if (number < 0)
    throw new Error(`there is no station ${id} in ${stations.map((each) => each.id).join(", ")}`);
  return number;
}
