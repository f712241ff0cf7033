/**
 * Strategies that each show one cause of backpressure: the plain program with a bounded buffer, under a workload that
 * is worse in one way than the workload that all lanes share.
 */
import type { Param, Values, ValuesOf } from "../../../params/index.ts";
import { type WorkloadValues, workload } from "../../../workloads/index.ts";
import { capacityParam } from "../../params/capacity.ts";
import type { Strategy } from "../../strategy.ts";
import { defineStrategy } from "../define-strategy.ts";
import { launchWorkload, sendTo } from "./producer-and-workers.ts";
import { throughBuffer, workloadStations } from "./through-buffer.ts";

/** The settings of the workload that the causes share; a network or a lack of threads is itself a cause. */
const SHARED = workload(
  "producerDelayMs",
  "consumerDelayMs",
  "workers",
  "arrivals",
  "jitterPercent",
  "burstSize",
  "count",
  "service",
);

type SharedValues = ValuesOf<typeof SHARED>;

interface Spec<Id extends string, Own extends readonly Param[]>
  extends Pick<Strategy<Id>, "id" | "name" | "summary" | "advice"> {
  readonly params: Own;
  /** Returns the values in which its workload differs from the shared one. */
  worsens(values: ValuesOf<Own> & SharedValues): Partial<WorkloadValues>;
}

/** Declares a strategy that shows one cause. */
export function causeStrategy<const Id extends string, const Own extends readonly Param[]>({
  worsens,
  params,
  ...spec
}: Spec<Id, Own>): Strategy<Id> {
  const worse = (values: Values): WorkloadValues => ({
    latencyMs: 0,
    latencyAt: "call",
    threads: 0,
    ...(values as unknown as SharedValues),
    ...worsens(values as unknown as ValuesOf<Own> & SharedValues),
  });
  const strategy = defineStrategy({
    ...spec,
    version: "library",
    params: [capacityParam],
    workload: SHARED,
    guarantees: ({ capacity }) => ({
      maxBuffered: capacity,
      lossless: true,
      producerWaits: true,
      inOrder: true,
      keeps: "all",
    }),
    topology: (values) =>
      throughBuffer({ capacity: values.capacity }, "suspend", workloadStations(worse(values))),
    lines: { done: "done {0}, waiting {1}" },
    echo: { done: "done", waiting: "done" },
    launch(program) {
      const channel = program.channel(program.values.capacity);
      launchWorkload(program, sendTo(channel), live(program.values, worse));
    },
    kotlin: (values, { plainProgram }) =>
      plainProgram({ channel: [`capacity = ${values.capacity}`], counts: true }, worse(values)),
  });
  return {
    ...strategy,
    params: [...strategy.params, ...params],
    pauseMs: (values) => worse(values).producerDelayMs,
  };
}

/** Returns values that are computed anew from `values` at each read, because `values` may change during the run. */
function live<V extends object>(values: Values, compute: (values: Values) => V): V {
  return new Proxy({} as V, { get: (_, key) => compute(values)[key as keyof V] });
}
