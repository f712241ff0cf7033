/** A state that no further row changes: what `run` hands out. */
import type { Station } from "../../systems/index.ts";
import type {
  ActorState,
  ConnectionState,
  Elements,
  Held,
  KindCount,
  RunState,
  StationState,
} from "../run-state.ts";
import { copyOfActor } from "./actor-replay.ts";
import type { Replay } from "./replay.ts";
import type { StationReplay } from "./station-replay.ts";

/** Senders by the number of the station where each of them is. */
type Placed = ReadonlyMap<number, readonly ActorState[]>;

const NOBODY: readonly ActorState[] = [];

export class Snapshot implements RunState {
  readonly rows: number;
  readonly made: number;
  readonly done: number;
  readonly lost: number;
  readonly lostBy: RunState["lostBy"];
  readonly lostByRule: readonly number[];
  readonly received: number;
  readonly waiting: number;
  readonly inHand: number;
  readonly onTheWay: number;
  readonly merged: number;
  readonly stations: readonly StationSnapshot[];
  readonly connections: readonly ConnectionState[];
  readonly monitors: readonly ActorState[];
  readonly byKind: readonly KindCount[];
  private readonly senders: readonly ActorState[];
  private placed: Placed | null = null;

  /**
   * @param senders actors of their own for one element each, in order of their appearance. They are not copied, because
   *   there may be tens of thousands of them: nobody may change them.
   */
  constructor(replay: Replay, senders: readonly ActorState[]) {
    this.rows = replay.rows;
    this.made = replay.made;
    this.done = replay.done;
    this.lost = replay.lost;
    this.lostBy = { ...replay.lostBy };
    this.lostByRule = [...replay.lostByRule];
    this.received = replay.received;
    this.waiting = replay.waiting;
    this.inHand = replay.inHand;
    this.onTheWay = replay.onTheWay;
    this.merged = replay.merged;
    const carriersAt = (number: number) => this.placedSenders().get(number) ?? NOBODY;
    this.stations = replay.stations.map((each, i) => new StationSnapshot(each, i, carriersAt));
    this.connections = replay.connections.map((each) => each.copy());
    this.monitors = replay.monitors.map(copyOfActor);
    this.byKind = replay.byKind.map((count) => ({ ...count }));
    this.senders = senders;
  }

  /** They are placed when somebody asks: most who ask for a state never do. */
  private placedSenders(): Placed {
    this.placed ??= this.senders.length === 0 ? new Map() : place(this.senders, this.stations);
    return this.placed;
  }
}

class StationSnapshot implements StationState {
  readonly station: Station;
  readonly entered: number;
  readonly left: number;
  readonly done: number;
  readonly lost: number;
  readonly contents: Elements;
  readonly held: readonly Held[];
  readonly gauges: readonly number[];
  readonly gaugeMs: readonly number[];
  readonly capacity: number;
  readonly actors: readonly ActorState[];
  private readonly number: number;
  private readonly carriersAt: (number: number) => readonly ActorState[];

  constructor(
    replay: StationReplay,
    number: number,
    carriersAt: (number: number) => readonly ActorState[],
  ) {
    this.station = replay.station;
    this.entered = replay.entered;
    this.left = replay.left;
    this.done = replay.done;
    this.lost = replay.lost;
    this.contents = replay.contents.copy();
    this.held = replay.held;
    this.gauges = [...replay.gauges];
    this.gaugeMs = [...replay.gaugeMs];
    this.capacity = replay.capacity;
    this.actors = replay.actors.map(copyOfActor);
    this.number = number;
    this.carriersAt = carriersAt;
  }

  get carriers(): readonly ActorState[] {
    return this.carriersAt(this.number);
  }
}

/** Puts each sender where its element is: in a network, before the station that holds it, or at the source. */
function place(senders: readonly ActorState[], stations: readonly StationState[]): Placed {
  const inside = new Map<number, number>();
  stations.forEach(({ station, contents }, number) => {
    if (station.kind !== "network") return;
    for (const element of contents.toArray()) inside.set(element, number);
  });
  const placed = new Map<number, ActorState[]>();
  for (const sender of senders) {
    const { actor, heldAt } = sender;
    const at = heldAt >= 0 ? heldAt : (inside.get(actor.index) ?? actor.station);
    const list = placed.get(at);
    if (list === undefined) placed.set(at, [sender]);
    else list.push(sender);
  }
  return placed;
}
