/** The graph that a run happens on: the stations between the source and the end, and the connections between them. */
import type { Text } from "../i18n/index.ts";

interface StationOf<Kind extends string> {
  readonly kind: Kind;
  /** Unique in its topology; programs and tests name the station by it. */
  readonly id: string;
  /** What this station is called on the page, where its kind says too little. */
  readonly name?: Text;
}

/** Makes the elements. */
export type SourceStation = StationOf<"source">;

/** Carries elements: each arrives `latencyMs` after it was sent off, and nobody is held back meanwhile. */
export interface NetworkStation extends StationOf<"network"> {
  readonly latencyMs: number;
}

/** Elements wait in it, first in first out unless the strategy promises something else. */
export interface BufferStation extends StationOf<"buffer"> {
  /** Most elements that wait in it: Infinity for no bound, 0 for a rendezvous. */
  readonly capacity: number;
  /** The high-water mark of a buffer that may hold more than that (Node). */
  readonly mark?: number;
  /** What comes while it is full becomes part of what waits in it. */
  readonly merges?: true;
  /** What comes stays for a while, also while a consumer waits: nothing is handed past it. */
  readonly delays?: true;
  /** One more than wait in it counts against the mark: the element under work. */
  readonly countsWork?: boolean;
  /** How many slots it has, one for each kind of element; a plain queue has none. */
  readonly slots?: number;
}

/** A semaphore: at most `total` are past it at once. */
export interface PermitsStation extends StationOf<"permits"> {
  readonly total: number;
}

/** A token bucket. */
export interface TokensStation extends StationOf<"tokens"> {
  readonly ratePerSec: number;
  readonly burst: number;
}

/** A circuit breaker: opens at `threshold` failures, or percent of failed or slow calls in its window, for `openMs`. */
export interface BreakerStation extends StationOf<"breaker"> {
  readonly threshold: number;
  readonly unit: "failures" | "percent" | "slowPercent";
  readonly openMs: number;
}

/** Levels of service: each higher one turns one more kind of elements away. */
export interface LevelsStation extends StationOf<"levels"> {
  readonly levels: readonly Text[];
}

/** Threads that the workers behind it share. */
export interface ThreadsStation extends StationOf<"threads"> {
  readonly total: number;
}

/**
 * A service across a network that the workers behind it call with each element: the answer comes `latencyMs` later, and
 * the caller is held until then.
 */
export interface CallStation extends StationOf<"call"> {
  readonly latencyMs: number;
}

/** Take elements and work on them. */
export interface WorkersStation extends StationOf<"workers"> {
  /** How many there are at the start, where a setting says so; one otherwise. */
  readonly crew?: number;
  /** They gather a batch of `size` before they work; `flushMs`: or what has come by then, 0 for never. */
  readonly batch?: { readonly size: number; readonly flushMs: number };
  /** Each call is made up to so many times. */
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
 * The numbers that a station of each kind tells while it runs, in the order of their GAUGE rows. All are whole
 * numbers below 2^31.
 */
export const GAUGES = {
  source: [],
  network: [],
  /** `capacity`: places from now on. `utilisation`: what the program takes it for, in percent. */
  buffer: ["capacity", "utilisation"],
  permits: ["free"],
  /** In thousandths of a token. */
  tokens: ["thousandths"],
  /** `state`: see `BreakerState`. `failures`: those it counts now. `calls`: those in its window. `untilMs`: opens a trial at. `slowCalls`: those in its window. */
  breaker: ["state", "failures", "calls", "untilMs", "slowCalls"],
  levels: ["level"],
  threads: ["free"],
  call: [],
  /** `flushAtMs`: when a batch that is not full is worked on. `attempts`: retries so far. `stoppedUntilMs`: end of a GC. */
  workers: ["flushAtMs", "attempts", "stoppedUntilMs"],
} as const satisfies Readonly<Record<StationKind, readonly string[]>>;

export type GaugeName = (typeof GAUGES)[StationKind][number];

/** States of a circuit breaker: the value of its gauge `state`. */
export const BreakerState = { CLOSED: 0, OPEN: 1, HALF_OPEN: 2 } as const;

export type BreakerState = (typeof BreakerState)[keyof typeof BreakerState];

/**
 * How pressure travels back over a connection: `suspend`: the sender is held until there is room; `request`:
 * demand is outstanding and each element spends one; `signal`: the answer of a write, then a drain; `none`: nobody
 * can slow the sender.
 */
export type Pressure = "suspend" | "request" | "signal" | "none";

/** The way of elements from one station to the next. */
export interface Connection {
  /** Numbers of the stations in the topology. */
  readonly from: number;
  readonly to: number;
  readonly pressure: Pressure;
}

export interface Topology {
  /** In the order in which elements pass them; a station's number is its place here. */
  readonly stations: readonly Station[];
  readonly connections: readonly Connection[];
}

/**
 * Stations in a row with the pressure between each two: `chain(source, "suspend", buffer, "request", sink)`.
 * Throws where two stations have no pressure between them, or two of them have the same id.
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

/** The same graph with so many workers at the start. */
export function withCrew(topology: Topology, crew = 1): Topology {
  return {
    ...topology,
    stations: topology.stations.map((each) => (each.kind === "workers" ? { ...each, crew } : each)),
  };
}

/** The number of the station with that id. Throws if there is none. */
export function stationNumber({ stations }: Topology, id: string): number {
  const number = stations.findIndex((station) => station.id === id);
  if (number < 0)
    throw new Error(`there is no station ${id} in ${stations.map((each) => each.id).join(", ")}`);
  return number;
}
