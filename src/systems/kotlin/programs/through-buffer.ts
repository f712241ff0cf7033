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
  /** What elements pass before the buffer. */
  readonly gate?: Station;
  /** What elements pass between the source and the gate or buffer: a network. */
  readonly network?: Station;
  /** What a worker that has taken an element out waits for: an answer over the network, then a thread. */
  readonly call?: Station;
  readonly pool?: Station;
  readonly workers?: Omit<WorkersStation, "kind" | "id">;
}

/** The stations that the workload's own settings bring in: a network, a call across one, a pool of threads. */
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
 * The shape of most programs: source, buffer, workers. `pressure`: how the buffer slows its senders. A
 * worker takes out what it can work on, so the buffer holds back the rest.
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
