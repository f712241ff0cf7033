import type { Param, Values, ValuesOf } from "../../params/index.ts";
import { workload } from "../../workloads/index.ts";
import type { Load, LoadAtOnce } from "../load.ts";
import type { Source } from "../source-text.ts";
import type { Guarantees, Strategy } from "../strategy.ts";
import type { Playing, Setup, System } from "../system.ts";
import type { Topology } from "../topology.ts";
import { spellRequests } from "./lines.ts";
import { type Library, Program } from "./program.ts";

/** The functions of a strategy, typed by the values they read: those of its own settings and of the load. */
export interface Typed<V extends LoadAtOnce> {
  guarantees(values: V): Guarantees;
  topology(values: V): Topology;
  source(values: V): Source;
  /** Subscribes the program's subscriber to its chain. */
  launch(program: Program<V>): void;
}

export type Spec<Id extends string, Params extends readonly Param[], Pauses extends boolean> = Omit<
  Strategy<Id>,
  "params" | "workload" | "system" | "version" | "play" | keyof Typed<never>
> & {
  readonly params: Params;
  /** Whether the source pauses after each element; true by default. */
  readonly sourcePauses?: Pauses;
} & Typed<ValuesOf<Params> & ([Pauses] extends [false] ? LoadAtOnce : Load)>;

type Plain<Id extends string> = Omit<Strategy<Id>, "system" | "version" | "play" | "workload"> &
  Typed<Values & Load> & { readonly sourcePauses?: boolean };

/** Returns the function that declares the strategies of one library: programs under a `Load`. */
export function definerOf(system: System, library: Library) {
  return function defineStrategy<
    const Id extends string,
    const Params extends readonly Param[],
    const Pauses extends boolean = true,
  >(spec: Spec<Id, Params, Pauses>): Strategy<Id> {
    // The values of a run hold every param of its strategy: the run checks that before it starts.
    const { launch, sourcePauses = true, ...rest } = spec as unknown as Plain<Id>;
    return {
      spell: spellRequests,
      ...rest,
      version: "library",
      workload: sourcePauses
        ? workload("producerDelayMs", "consumerDelayMs", "count")
        : workload("consumerDelayMs", "count"),
      system,
      play: (setup) => play(setup, library, launch),
    };
  };
}

function play(
  setup: Setup,
  library: Library,
  launch: (program: Program<Values & Load>) => void,
): Playing {
  const program = new Program(setup as Setup & { readonly values: Values & Load }, library);
  program.clock.launch(() => launch(program));
  return {
    machine: program.clock,
    recorder: program.recorder,
    workerStartsMs: program.workerStartsMs,
    actorOf: (who) => program.actors.get(who),
    // Each pause and each piece of work reads the values as it begins.
    valuesChanged: () => undefined,
  };
}
