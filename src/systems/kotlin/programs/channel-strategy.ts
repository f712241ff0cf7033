/** A strategy that is one channel and a way of offering to it, between the workload's producer and workers. */

import type { Param, ValuesOf } from "../../../params/index.ts";
import { type WorkloadValues, workloadParams } from "../../../workloads/index.ts";
import { REFUSED } from "../../losses.ts";
import type { Guarantees, Strategy } from "../../strategy.ts";
import type { BufferStation } from "../../topology.ts";
import type { KotlinParts } from "../code/plain-program.ts";
import { defineStrategy } from "../define-strategy.ts";
import type { Program } from "../program.ts";
import { launchProducerAndWorkers, type Offer } from "./producer-and-workers.ts";
import { throughBuffer, workloadStations } from "./through-buffer.ts";

interface Spec<Id extends string, Params extends readonly Param[]>
  extends Pick<Strategy<Id>, "id" | "name" | "summary" | "advice"> {
  readonly params: Params;
  guarantees(values: ValuesOf<Params>): Guarantees;
  /** The buffer that its channel is. */
  buffer(values: ValuesOf<Params>): Omit<BufferStation, "kind" | "id">;
  /** Makes the channel, and says how an element is offered to it. */
  offer(program: Program<ValuesOf<Params> & WorkloadValues>): Offer;
  /** What its text has of its own. */
  kotlin(values: ValuesOf<Params>): KotlinParts;
}

/** Declares a plain strategy. It heeds the whole workload: network, threads, several workers. */
export function channelStrategy<const Id extends string, const Params extends readonly Param[]>(
  spec: Spec<Id, Params>,
): Strategy<Id> {
  const { offer, buffer, kotlin, id, name, summary, advice, params } = spec;
  return defineStrategy<Id, Params, typeof workloadParams>({
    ...{ id, name, summary, advice, params },
    version: "library",
    workload: workloadParams,
    guarantees(values) {
      const promised = spec.guarantees(values);
      // Over a network nobody holds the producer back: what finds no room waits at the far end.
      return values.latencyMs > 0 ? { ...promised, producerWaits: false } : promised;
    },
    topology: (values) =>
      throughBuffer(
        buffer(values),
        spec.guarantees(values).producerWaits ? "suspend" : "none",
        workloadStations(values),
      ),
    lines: { done: "done {0}", dropped: "dropped {0}" },
    echo: { done: "done", lost: { rule: REFUSED, line: "dropped" } },
    launch: (program) => launchProducerAndWorkers(program, offer(program)),
    kotlin: (values, { plainProgram }) => plainProgram(kotlin(values), values),
  });
}
