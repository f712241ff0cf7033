/** Handmade moments of runs, from which a picture is drawn without a run. */

import type { Text } from "../../../../src/i18n/index.ts";
import {
  type ActorState,
  type ConnectionState,
  type Held,
  History,
  type RunCast,
  type RunState,
  type StationState,
} from "../../../../src/run/index.ts";
import type { Actor, ElementKinds, Topology } from "../../../../src/systems/index.ts";
import { type LossRule, type RowKind, type Signal, Trace } from "../../../../src/trace/index.ts";
import { withAnswer } from "../../../../src/views/stage/picture/facts-of.ts";
import type { Moment } from "../../../../src/views/stage/picture/moment.ts";

export type Row = readonly [
  timeMs: number,
  kind: RowKind,
  station: number,
  who: number,
  element: number,
  detail?: number,
];

export interface GivenStation {
  readonly contents?: readonly number[];
  readonly held?: readonly Held[];
  readonly gauges?: readonly number[];
  readonly actors?: readonly Partial<ActorState>[];
  readonly carriers?: readonly Partial<ActorState>[];
  readonly lost?: number;
}

export interface Given {
  readonly topology: Topology;
  /** Contents by the id of the station. */
  readonly at?: Readonly<Record<string, GivenStation>>;
  /** Demand by the number of the connection. */
  readonly demand?: readonly { outstanding?: number; requested?: number; signal?: Signal }[];
  readonly rows?: readonly Row[];
  readonly timeMs?: number;
  readonly done?: number;
  readonly made?: number;
  readonly producerDelayMs?: number;
  readonly kinds?: ElementKinds;
  readonly byKind?: RunState["byKind"];
  readonly language?: Moment["language"];
  readonly discrete?: boolean;
  readonly losses?: readonly Text[];
  readonly rules?: readonly LossRule[];
  readonly heapBytes?: number;
  readonly elementBytes?: number;
}

/** A moment with these stations; whatever is not given is empty or idle. */
export function momentOf(given: Given): Moment {
  const { topology, timeMs = 1000 } = given;
  const losses =
    given.rules ?? (given.losses ?? []).map(() => ({ id: "lost", manner: "dropped" }) as const);
  const actorOf = (who: number) => (who < 0 ? undefined : actorNumbered(topology, who));
  const kinds = given.kinds ?? null;
  const history = historyOf(given.rows ?? [], { topology, kinds, losses, actorOf });
  const stations = topology.stations.map((station, number): StationState => {
    const {
      contents = [],
      held = [],
      gauges = [],
      actors,
      carriers = [],
      lost = 0,
    } = given.at?.[station.id] ?? {};
    const crew = actors ?? (station.kind === "source" || station.kind === "workers" ? [{}] : []);
    return {
      station,
      entered: contents.length,
      left: 0,
      done: 0,
      lost,
      contents: { length: contents.length, at: (i) => contents[i], toArray: () => [...contents] },
      held,
      gauges,
      capacity: station.kind === "buffer" ? station.capacity : Number.NaN,
      gaugeMs: gauges.map(() => timeMs),
      actors: crew.map((actor, index) => stateOf(actor, number, index, station.kind === "source")),
      carriers: carriers.map((actor, index) => stateOf(actor, number, index, false)),
    };
  });
  const connections = topology.connections.map((connection, i): ConnectionState => {
    const { outstanding = 0, requested = outstanding, signal = null } = given.demand?.[i] ?? {};
    return { connection, outstanding, requested, signal, signalMs: timeMs };
  });
  const lost = stations.reduce((sum, station) => sum + station.lost, 0);
  const state: RunState = {
    rows: history.trace.length,
    stations,
    connections,
    made: given.made ?? 0,
    done: given.done ?? 0,
    lost,
    lostBy: { dropped: lost, rejected: 0, failed: 0, undelivered: 0 },
    lostByRule: [lost],
    received: given.done ?? 0,
    waiting: stations.reduce((sum, { contents }) => sum + contents.length, 0),
    inHand: stations.reduce((sum, { held }) => sum + held.length, 0),
    merged: 0,
    onTheWay: 0,
    monitors: [],
    byKind: given.byKind ?? [],
  };
  const run = withAnswer({
    topology,
    history,
    kinds,
    elementBytes: given.elementBytes ?? 1024,
    heapBytes: given.heapBytes ?? 0,
    actorOf,
    lossCount: (rule) => given.losses?.[rule] ?? null,
    losses,
    failures: [],
    pauseMs: given.producerDelayMs ?? 100,
    bodyEnd: () => null,
  });
  return {
    run,
    state,
    told: state,
    timeMs,
    rows: history.rowsUntil(timeMs),
    speed: 1,
    language: given.language ?? "en",
    discrete: given.discrete ?? false,
    producerDelayMs: given.producerDelayMs ?? 100,
    picked: -1,
    landedRows: 0,
    settlingMs: 0,
  };
}

/** Actor 0 makes the elements; all others are workers. */
function actorNumbered({ stations }: Topology, who: number): Actor {
  return who === 0
    ? { role: "producer", index: 0, station: 0 }
    : { role: "worker", index: who - 1, station: stations.length - 1 };
}

function stateOf(
  given: Partial<ActorState>,
  station: number,
  index: number,
  makes: boolean,
): ActorState {
  return {
    actor: { role: makes ? "producer" : "worker", index, station },
    activity: "ready",
    heldAt: -1,
    hand: [],
    who: makes ? 0 : index + 1,
    sinceMs: 0,
    untilMs: 0,
    finished: 0,
    calling: -1,
    ...given,
  };
}

/** A history of these rows: the state is handmade, but what has happened is read from the rows. */
function historyOf(list: readonly Row[], cast: RunCast): History {
  const trace = new Trace();
  for (const row of list) trace.add(...row);
  const history = new History(trace, 60_000, cast);
  history.extend();
  return history;
}

/** The whole numbers from `from` on. */
export function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
