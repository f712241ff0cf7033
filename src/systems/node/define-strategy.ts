import type { Param, Values, ValuesOf } from "../../params/index.ts";
import { workload } from "../../workloads/index.ts";
import type { Load } from "../load.ts";
import type { Source } from "../source-text.ts";
import type { Guarantees, Strategy } from "../strategy.ts";
import type { Topology } from "../topology.ts";
import { playStreams } from "./play.ts";
import type { Program } from "./program.ts";

/** The functions of a strategy, typed by the values they read: those of its own settings and of the load. */
interface Typed<V extends Load> {
  guarantees(values: V): Guarantees;
  topology(values: V): Topology;
  source(values: V): Source;
  /** What the program's module does. */
  launch(program: Program<V>): void;
}

/** Declares a strategy that is a program on streams, Node's own or those of the web, under a `Load`. */
export function defineStreamStrategy<
  const Id extends string,
  const Params extends readonly Param[],
>(
  spec: Omit<Strategy<Id>, "params" | "workload" | "play" | keyof Typed<never>> & {
    readonly params: Params;
  } & Typed<ValuesOf<Params> & Load>,
): Strategy<Id> {
  // The values of a run hold every param of its strategy: the run checks that before it starts.
  const { launch, ...rest } = spec as unknown as Omit<Strategy<Id>, "play" | "workload"> &
    Typed<Values & Load>;
  return {
    ...rest,
    workload: workload("producerDelayMs", "consumerDelayMs", "count"),
    play: (setup) => playStreams(setup, launch),
  };
}
