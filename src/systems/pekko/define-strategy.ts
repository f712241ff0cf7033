import type { Param, Values, ValuesOf } from "../../params/index.ts";
import { workload } from "../../workloads/index.ts";
import type { Load } from "../load.ts";
import type { Source } from "../source-text.ts";
import type { Guarantees, Strategy } from "../strategy.ts";
import { type Topology, withCrew } from "../topology.ts";
import type { Program } from "./program.ts";
import { pekko, playPekko } from "./system.ts";

/** The functions of a strategy, typed by the values they read: those of its own settings and of the load. */
interface Typed<V extends Load> {
  guarantees(values: V): Guarantees;
  topology(values: V): Topology;
  source(values: V): Source;
  /** How many elements are worked on at once; 1 by default. */
  workers?(values: V): number;
  /** Runs the graph. */
  launch(program: Program<V>): void;
}

/** Declares a strategy that is a program of Pekko Streams under a `Load`. */
export function defineStrategy<const Id extends string, const Params extends readonly Param[]>(
  spec: Omit<Strategy<Id>, "params" | "workload" | "system" | "play" | keyof Typed<never>> & {
    readonly params: Params;
  } & Typed<ValuesOf<Params> & Load>,
): Strategy<Id> {
  // The values of a run hold every param of its strategy: the run checks that before it starts.
  const { launch, workers, ...rest } = spec as unknown as Omit<
    Strategy<Id>,
    "system" | "play" | "workload"
  > &
    Typed<Values & Load>;
  return {
    ...rest,
    topology: (values) =>
      withCrew(rest.topology(values as Values & Load), workers?.(values as Values & Load)),
    workload: workload("producerDelayMs", "consumerDelayMs", "count"),
    system: pekko,
    play: (setup) => playPekko(setup, workers?.(setup.values as Values & Load) ?? 1, launch),
  };
}
