import type { Param, Values, ValuesOf } from "../../params/index.ts";
import type { ElementKinds, Guarantees, Strategy } from "../strategy.ts";
import { type Topology, withCrew } from "../topology.ts";
import type { KotlinProgram } from "./code/kotlin-program.ts";
import type { KotlinWriter } from "./code/kotlin-writer.ts";
import type { Program } from "./program.ts";
import { kotlin, playKotlin } from "./system.ts";

/** The functions of a strategy with typed values: `V` holds its own settings and those that it uses of the workload. */
interface Typed<V extends object> {
  kinds?(values: V): ElementKinds;
  guarantees(values: V): Guarantees;
  topology(values: V): Topology;
  /** Returns the program's text. */
  kotlin(values: V, writer: KotlinWriter): KotlinProgram;
  /** Launches the program's coroutines. */
  launch(program: Program<V>): void;
}

/** Declares a strategy that is a Kotlin program. */
export function defineStrategy<
  const Id extends string,
  const Params extends readonly Param[],
  const Workload extends readonly Param[],
>(
  spec: Omit<
    Strategy<Id>,
    "params" | "workload" | "system" | "play" | "source" | keyof Typed<never>
  > & {
    readonly params: Params;
    readonly workload: Workload;
  } & Typed<ValuesOf<Params> & ValuesOf<Workload>>,
): Strategy<Id> {
  // The cast is safe: before a run starts, it is checked that its values hold every param of the strategy.
  const {
    launch,
    kotlin: textOf,
    ...rest
  } = spec as unknown as Omit<Strategy<Id>, "system" | "play" | "source"> & Typed<Values>;
  return {
    ...rest,
    system: kotlin,
    topology: (values) => withCrew(rest.topology(values), values["workers"] as number | undefined),
    play: (setup) => playKotlin(setup, launch),
    source: (values, writer) => writer.kotlinSource(textOf(values, writer)),
  };
}
