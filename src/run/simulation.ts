/** A strategy's program, started on an engine of its own. */
import { Random } from "../kernel/index.ts";
import type { Values } from "../params/index.ts";
import { HeapModel, type HeapSize, Program, type Strategy } from "../systems/index.ts";
import { Sim, type SimLimits } from "../systems/kotlin/index.ts";
import type { Trace } from "../trace/index.ts";

export interface Start {
  readonly strategy: Strategy;
  /** Every setting of the strategy and its workload; live ones may be changed on the way. */
  readonly values: Values;
  /** Makes the random numbers for one purpose. */
  readonly random: (stream: string) => Random;
  readonly trace: Trace;
  readonly limits?: Partial<SimLimits>;
  /** The heap whose collections stop the program; none without it. */
  readonly heap?: HeapSize;
}

export interface Simulation {
  readonly sim: Sim;
  readonly program: Program;
}

/** Launches the program; nothing runs before `sim` is told to. */
export function startSimulation(start: Start): Simulation {
  const { strategy, values, random, trace, limits, heap } = start;
  const sim = new Sim({ trace, ...(limits === undefined ? {} : { limits }) });
  const model = heap === undefined ? null : new HeapModel(trace, heap);
  const program = new Program(sim, values, random, Object.keys(strategy.lines), model);
  strategy.launch(program);
  return { sim, program };
}

/** The random numbers of a seed, a generator of its own for each purpose. */
export function seeded(seed: number): (stream: string) => Random {
  return (stream) => new Random(seed, stream);
}
