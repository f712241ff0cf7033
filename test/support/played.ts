/** A strategy's program played to its end, and what it printed. */
import { Random } from "../../src/kernel/index.ts";
import { defaultsOf, type Values } from "../../src/params/index.ts";
import {
  type PrintedLine,
  printedLines,
  type RunState,
  seeded,
  startSimulation,
} from "../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../src/systems/index.ts";
import type { SimEnd } from "../../src/systems/kotlin/index.ts";
import { Trace } from "../../src/trace/index.ts";

export interface Played {
  readonly trace: Trace;
  readonly endMs: number;
  readonly end: SimEnd | null;
  readonly lines: readonly PrintedLine[];
  /** When lines of that name were printed. */
  timesOf(line: string): number[];
  /** The first numbers of lines of that name. */
  elementsOf(line: string): number[];
}

/** Plays the program with its defaults and `values` over them. */
export function played(id: StrategyId, values: Values, seed = 42): Played {
  const strategy = strategyOf(id);
  const all = { ...defaultsOf([...strategy.workload, ...strategy.params]), ...values };
  const trace = new Trace();
  const { sim } = startSimulation({ strategy, values: all, random: seeded(seed), trace });
  sim.runUntil(Number.POSITIVE_INFINITY);
  const lines = printedLines(trace, strategy, all);
  const of = (name: string) => lines.filter(({ line }) => line === name);
  return {
    trace,
    endMs: sim.now,
    end: sim.end,
    lines,
    timesOf: (name) => of(name).map(({ timeMs }) => timeMs),
    elementsOf: (name) => of(name).map(({ numbers }) => numbers[0] as number),
  };
}

/** Where the elements of a run are that were made and not lost or received: they must add up. */
export function placesOf(state: RunState): number {
  const { received, dropped, failed, rejected, buffer, handedOver, carriers, producers } = state;
  const inHand = producers.filter(({ element }) => element >= 0).length;
  const lost = dropped + failed + rejected;
  return received + lost + buffer.length + handedOver + carriers.length + inHand;
}

/** A generator of its own, for tests that compare draws. */
export function randomOf(seed: number): Random {
  return new Random(seed, "test");
}
