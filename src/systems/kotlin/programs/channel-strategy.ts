/** Strategies that are one channel, and one way of offering to it, between the workload's producer and workers. */

import type { Param, ValuesOf } from "../../../params/index.ts";
import type { LossRule } from "../../../trace/index.ts";
import { type WorkloadValues, workloadParams } from "../../../workloads/index.ts";
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
  /** The rule by which it loses elements; each loss is printed. Without a rule it loses none. */
  readonly drops?: LossRule;
  guarantees(values: ValuesOf<Params>): Guarantees;
  /** Returns the station of its channel. */
  buffer(values: ValuesOf<Params>): Omit<BufferStation, "kind" | "id">;
  /** Makes the channel, and returns how elements are offered to it. */
  offer(program: Program<ValuesOf<Params> & WorkloadValues>): Offer;
  /** Returns the parts of its text that differ from other strategies' texts. */
  kotlin(values: ValuesOf<Params>): KotlinParts;
}

/** Declares a plain strategy. All settings of the workload affect it: network, threads, several workers. */
export function channelStrategy<const Id extends string, const Params extends readonly Param[]>(
  spec: Spec<Id, Params>,
): Strategy<Id> {
  const { offer, buffer, kotlin, id, name, summary, advice, params, drops = null } = spec;
  return defineStrategy<Id, Params, typeof workloadParams>({
    ...{ id, name, summary, advice, params },
    version: "library",
    workload: workloadParams,
    guarantees(values) {
      const promised = spec.guarantees(values);
      // With a coroutine for each element, nothing holds the producer back: what finds no room waits at the far end.
      const isLaunched = values.latencyMs > 0 && values.latencyAt === "launch";
      return isLaunched ? { ...promised, producerWaits: false } : promised;
    },
    topology: (values) =>
      throughBuffer(
        buffer(values),
        spec.guarantees(values).producerWaits ? "suspend" : "none",
        workloadStations(values),
      ),
    lines: { done: "done {0}, waiting {1}", ...(drops !== null && { dropped: "dropped {0}" }) },
    echo: {
      done: "done",
      waiting: "done",
      ...(drops !== null && { lost: { rule: drops, line: "dropped" } }),
    },
    launch: (program) => launchProducerAndWorkers(program, offer(program)),
    kotlin: (values, { plainProgram }) =>
      plainProgram({ tells: drops !== null, ...kotlin(values), counts: true }, values),
  });
}
