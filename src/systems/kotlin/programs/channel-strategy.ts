/** A strategy that is one channel and a way of offering to it, between the workload's producer and workers. */

import type { Param, Values, ValuesOf } from "../../../params/index.ts";
import { DropRule, TraceKind } from "../../../trace/index.ts";
import { type WorkloadValues, workloadParams } from "../../../workloads/index.ts";
import type { Program } from "../../program.ts";
import type { BufferStage, Guarantees, KotlinParts, Strategy } from "../../strategy.ts";
import type { Sim } from "../coroutines/index.ts";
import { type Link, launchProducerAndWorkers } from "./producer-and-workers.ts";

interface Spec<Id extends string, Params extends readonly Param[]>
  extends Pick<Strategy<Id>, "id" | "name" | "summary" | "advice"> {
  readonly params: Params;
  guarantees(values: ValuesOf<Params>): Guarantees;
  stages(values: ValuesOf<Params>): readonly [BufferStage];
  link(context: { readonly sim: Sim; readonly values: ValuesOf<Params> }): Link;
  kotlin(values: ValuesOf<Params>): KotlinParts;
}

export function channelStrategy<const Id extends string, const Params extends readonly Param[]>(
  spec: Spec<Id, Params>,
): Strategy<Id> {
  const { link, ...rest } = spec;
  const strategy = {
    ...rest,
    system: "kotlin" as const,
    version: "library" as const,
    workload: workloadParams,
    guarantees(values: ValuesOf<Params> & WorkloadValues): Guarantees {
      const promised = spec.guarantees(values);
      // Over a network nobody holds the producer back: what finds no room waits at the far end.
      return values.latencyMs > 0 ? { ...promised, producerWaits: false } : promised;
    },
    lines: { done: "done {0}", dropped: "dropped {0}" },
    echo(kind: TraceKind, detail: number) {
      if (kind === TraceKind.DONE) return "done";
      return kind === TraceKind.DROPPED && detail === DropRule.REFUSED ? "dropped" : null;
    },
    launch(program: Program<ValuesOf<Params> & WorkloadValues>) {
      launchProducerAndWorkers(program, link(program));
    },
  };
  // The values of a run hold every param of its strategy: the run checks that before it starts.
  return strategy as typeof strategy & { launch(program: Program<Values>): void } & Strategy<Id>;
}
