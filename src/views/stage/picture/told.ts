/** The picture in words, station by station, for the table. */
import {
  type ActorState,
  awaitsSignal,
  type StationState,
  sourceConnection,
} from "../../../run/index.ts";
import type { Moment } from "./moment.ts";
import { crewsOf, pictureLayout, sceneOf } from "./scene.ts";
import type { Label } from "./shape.ts";

export interface ToldStation {
  readonly number: number;
  readonly state: StationState;
  /** Its name in the picture. */
  readonly name: string;
  /** The other labels at the station. */
  readonly notes: readonly string[];
  /** The labels on the way to it. */
  readonly before: readonly string[];
  readonly actors: readonly ActorState[];
  /** Whether its producer is waiting for a stream's signal. */
  readonly awaits: boolean;
}

/** A room so large that every label fits. */
const ROOM = { width: 4000, height: 1200 } as const;

/** Returns what the picture writes at each station at a moment, in the order in which elements pass them. */
export function toldStations(moment: Moment): ToldStation[] {
  const { state, run } = moment;
  const layout = pictureLayout(run.topology, crewsOf(state), ROOM);
  const { still } = sceneOf({ ...moment, told: state, discrete: true }, layout, "all");
  const labels = still.filter((shape): shape is Label => shape.type === "label");
  return state.stations.map((station, number) => {
    const own = labels.filter(({ about }) => about === number);
    return {
      number,
      state: station,
      name: own.find(({ names }) => names)?.text ?? "",
      notes: own.filter(({ names, onWay }) => !names && !onWay).map(({ text }) => text),
      before: own.filter(({ onWay }) => onWay).map(({ text }) => text),
      actors: station.actors,
      awaits:
        station.station.kind === "source" &&
        station.actors.some((actor) => awaitsSignal(actor, sourceConnection(state))),
    };
  });
}
