/** The topology of a program that offers to a `Source.queue` from outside the stream. */
import { chain, type Pressure, SOURCE, type Topology, WORKERS } from "../topology.ts";

/** `pressure` is how the queue slows down the producer, if it does. */
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
