/** The stations of a program that offers to a `Source.queue` from outside of the stream. */
import { chain, type Pressure, SOURCE, type Topology, WORKERS } from "../topology.ts";

/** `pressure`: how the producer is slowed down, if it is. */
export function queueTopology(capacity: number, pressure: Pressure): Topology {
  const name = { ko: "Source.queue", en: "Source.queue" };
  return chain(
    SOURCE,
    pressure,
    { kind: "buffer", id: "buffer", name, capacity },
    "request",
    WORKERS,
  );
}
