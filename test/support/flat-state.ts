/** The state of a run with one source, one buffer and one set of workers, flattened for tests that look at one of them. */
import type { ActorState, Elements, RunState, StationState } from "../../src/run/index.ts";

export interface FlatState extends RunState {
  readonly buffer: Elements;
  readonly capacity: number;
  /** The elements in sends that wait for room, the longest wait first. */
  readonly heldByBuffer: readonly number[];
  readonly producers: readonly ActorState[];
  readonly workers: readonly ActorState[];
  readonly carriers: readonly ActorState[];
}

export function flat(state: RunState): FlatState {
  const station = (kind: StationState["station"]["kind"]) =>
    state.stations.find((each) => each.station.kind === kind);
  const buffer = station("buffer");
  if (buffer === undefined) throw new Error("this run has no buffer");
  return {
    ...state,
    // Spreading does not copy the accessors of a class.
    ...{ waiting: state.waiting, inHand: state.inHand, onTheWay: state.onTheWay },
    buffer: buffer.contents,
    capacity: buffer.capacity,
    heldByBuffer: buffer.held.map(({ element }) => element),
    producers: station("source")?.actors ?? [],
    workers: station("workers")?.actors ?? [],
    carriers: state.stations.flatMap(({ carriers }) => carriers),
  };
}
