/** Copies the state of a replay, so that further rows don't change the copy. */
import type { ActorState, RunState, StationState } from "../run-state.ts";
import { copyOfActor } from "./actor-replay.ts";
import type { Replay } from "./replay.ts";

/** The senders at each station, by the station's number. */
type Placed = ReadonlyMap<number, readonly ActorState[]>;

/**
 * Returns a state that no further row changes: the kind that `run` hands out. `senders` are the actors that each exist
 * for one element, in order of appearance. They are not copied, because there may be tens of thousands of them, so the
 * caller must not change them afterwards.
 */
export function snapshotOf(replay: Replay, senders: readonly ActorState[]): RunState {
  const { rows, made, done, lost, received, waiting, inHand, onTheWay, merged } = replay;
  // Senders are placed when somebody asks for `carriers`: most readers of a state never do.
  let placed: Placed | null = null;
  const stations: StationState[] = replay.stations.map((from, number) => {
    const { station, entered, left, done, lost, held, capacity } = from;
    return {
      ...{ station, entered, left, done, lost, held, capacity },
      contents: from.contents.copy(),
      gauges: [...from.gauges],
      gaugeMs: [...from.gaugeMs],
      actors: from.actors.map(copyOfActor),
      get carriers() {
        placed ??= place(senders, stations);
        return placed.get(number) ?? [];
      },
    };
  });
  return {
    ...{ rows, made, done, lost, received, waiting, inHand, onTheWay, merged, stations },
    lostBy: { ...replay.lostBy },
    lostByRule: [...replay.lostByRule],
    connections: replay.connections.map((each) => each.copy()),
    monitors: replay.monitors.map(copyOfActor),
    byKind: replay.byKind.map((count) => ({ ...count })),
  };
}

/** Places each sender where its element is: on a network, before the station that holds it, or at the source. */
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
