/** Starts a strategy's program on its own machine. */
import { Random } from "../kernel/index.ts";
import type { Values } from "../params/index.ts";
import type { Playing, Setup, Strategy } from "../systems/index.ts";
import type { Trace } from "../trace/index.ts";

export interface Start {
  readonly strategy: Strategy;
  /** Every setting of the strategy and its workload; live ones may change during the run. */
  readonly values: Values;
  /** Makes the random numbers for one purpose. */
  readonly random: (stream: string) => Random;
  readonly trace: Trace;
  readonly limits?: Setup["limits"];
  /** The heap whose limit ends the program and whose collections stop it; without it there is no such model. */
  readonly heap?: Setup["heap"];
}

/** How late a late timer is: a rough model of a real machine, where a delay usually ends 1 ms late. */
const LATE_MS = 1;

const NO_LIMITS: Setup["limits"] = { events: 1e9, elements: 1e8 };

/** Launches the program. Nothing runs until its machine is told to. */
export function startSimulation(start: Start): Playing {
  const { strategy, values, random, trace, limits = NO_LIMITS, heap = null } = start;
  const topology = strategy.topology(values);
  const lines = Object.keys(strategy.lines);
  const playing = strategy.play({ values, random, trace, topology, lines, limits, heap });
  const latePercent = Number(values["latePercent"] ?? 0);
  if (latePercent > 0) {
    const draws = random("late timers");
    playing.machine.lateTimers(() => (100 * draws.nextDouble() < latePercent ? LATE_MS : 0));
  }
  return playing;
}

/** Returns the random numbers of a seed: a separate generator for each purpose. */
export function seeded(seed: number): (stream: string) => Random {
  return (stream) => new Random(seed, stream);
}
