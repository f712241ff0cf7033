/** The topology of most programs: a source, a buffer and workers, with the stations that some have besides. */
import type { WorkloadValues } from "../../../workloads/index.ts";
import {
  type BufferStation,
  chain,
  type Pressure,
  SOURCE,
  type Station,
  type Topology,
  WORKERS,
  type WorkersStation,
} from "../../topology.ts";

interface Besides {
  /** A gate that elements pass before the buffer. */
  readonly gate?: Station;
  /** A network that elements cross between the source and the gate or buffer. */
  readonly network?: Station;
  /** What a worker with an element in hand waits for: the answer to a call over the network, then a thread. */
  readonly call?: Station;
  readonly pool?: Station;
  readonly workers?: Omit<WorkersStation, "kind" | "id">;
}

/** Returns the stations that the workload's settings add: a network or a call across one, and a pool of threads. */
export function workloadStations({
  latencyMs,
  latencyAt,
  threads,
}: Pick<WorkloadValues, "latencyMs" | "latencyAt" | "threads">): Pick<
  Besides,
  "network" | "call" | "pool"
> {
  return {
    ...(latencyMs > 0 &&
      (latencyAt === "launch"
        ? { network: { kind: "network", id: "network", latencyMs } }
        : { call: { kind: "call", id: "call", latencyMs } })),
    ...(threads > 0 && { pool: { kind: "threads", id: "threads", total: threads } }),
  };
}

/**
 * Returns the topology with these stations. `pressure` is how the buffer slows its senders. A worker takes out
 * only what it can work on, so the buffer holds back the rest.
 */
export function throughBuffer(
  buffer: Omit<BufferStation, "kind" | "id">,
  pressure: Pressure,
  { gate, network, call, pool, workers }: Besides = {},
): Topology {
  return chain(
    SOURCE,
    ...(network === undefined ? [] : (["none", network] as const)),
    ...(gate === undefined ? [] : (["suspend", gate] as const)),
    pressure,
    { kind: "buffer", id: "buffer", ...buffer },
    ...(call === undefined ? [] : (["suspend", call] as const)),
    ...(pool === undefined ? [] : (["suspend", pool] as const)),
    "suspend",
    { ...WORKERS, ...workers },
  );
}
