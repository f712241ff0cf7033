/** The picture in words, station by station: for readers of the table. */
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
  /** What the picture calls it. */
  readonly name: string;
  /** What else the picture writes at it. */
  readonly notes: readonly string[];
  /** What it writes on the way to it. */
  readonly before: readonly string[];
  readonly actors: readonly ActorState[];
  /** Its producer waits by itself for a signal. */
  readonly awaits: boolean;
}

/** A room in which every label finds its place. */
const ROOM = { width: 4000, height: 1200 } as const;

/** What the picture says of each station of a moment, in the order in which elements pass them. */
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
