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
import { type StrategyId, strategyOf, type Topology } from "../../src/systems/index.ts";
import type { SimEnd } from "../../src/systems/kotlin/index.ts";
import { type LossRule, Trace } from "../../src/trace/index.ts";
import { catalogue } from "./everything.ts";
import { historyOf } from "./history-of.ts";

export interface Played {
  readonly trace: Trace;
  readonly topology: Topology;
  /** The rules of loss, by the number that rows use for them. */
  readonly losses: readonly LossRule[];
  readonly endMs: number;
  readonly end: SimEnd | null;
  readonly lines: readonly PrintedLine[];
  /** When lines of this name were printed, in ms. */
  timesOf(line: string): number[];
  /** The first number of each line of this name. */
  elementsOf(line: string): number[];
}

/** Plays the program to its end with its defaults, overridden by `values`. */
export function played(id: StrategyId, values: Values, seed = 42): Played {
  const strategy = strategyOf(catalogue, id);
  const all = { ...defaultsOf([...strategy.workload, ...strategy.params]), ...values };
  const trace = new Trace();
  const topology = strategy.topology(all);
  const random = seeded(seed);
  const playing = startSimulation({ strategy, values: all, random, trace });
  const { machine: sim, recorder } = playing;
  sim.runUntil(Number.POSITIVE_INFINITY);
  const printed = { trace, losses: recorder.losses, history: historyOf(playing, topology) };
  const lines = printedLines(printed, strategy, all);
  const of = (name: string) => lines.filter(({ line }) => line === name);
  return {
    trace,
    topology,
    losses: recorder.losses,
    endMs: sim.now,
    end: sim.end,
    lines,
    timesOf: (name) => of(name).map(({ timeMs }) => timeMs),
    elementsOf: (name) => of(name).map(({ numbers }) => numbers[0] as number),
  };
}

/** How many elements a state accounts for: it must equal the number made. */
export function placesOf(state: RunState): number {
  const { done, lost, inHand, onTheWay, merged, stations } = state;
  const inside = stations.reduce((sum, { contents }) => sum + contents.length, 0);
  return done + lost + inHand + onTheWay + merged + inside;
}

/** A generator of its own, for tests that compare draws. */
export function randomOf(seed: number): Random {
  return new Random(seed, "test");
}
