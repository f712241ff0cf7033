/** Finds a connection by the ids of the stations at its ends. Only programs that signal upstream need it. */
import { stationNumber, type Topology } from "./topology.ts";

/** Returns the number of the connection between the stations with these ids. Throws if there is none. */
export function connectionNumber(topology: Topology, from: string, to: string): number {
  const ends = { from: stationNumber(topology, from), to: stationNumber(topology, to) };
  const number = topology.connections.findIndex(
    (each) => each.from === ends.from && each.to === ends.to,
  );
  if (number < 0) throw new Error(`there is no connection from ${from} to ${to}`);
  return number;
}
