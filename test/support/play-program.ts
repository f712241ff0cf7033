/** A strategy's program played with given settings to its end or to a given time, and what it printed. */

import { defaultsOf, type Values } from "../../src/params/index.ts";
import { paramsOf, printedLines, seeded, startSimulation } from "../../src/run/index.ts";
import { type StrategyId, strategyOf, type Topology } from "../../src/systems/index.ts";
import type { SimEnd } from "../../src/systems/kotlin/index.ts";
import { type LossRule, Trace } from "../../src/trace/index.ts";
import { catalogue } from "./everything.ts";
import { historyOf } from "./history-of.ts";

export interface PlayedProgram {
  readonly trace: Trace;
  readonly topology: Topology;
  /** The rules of loss, by the number that rows use for them. */
  readonly losses: readonly LossRule[];
  readonly end: SimEnd | null;
  readonly endMs: number;
  /** The lines as they are printed, with their times. */
  readonly lines: readonly { readonly timeMs: number; readonly text: string }[];
  /** The first number of each line of this name, with its time; -1 for a line without numbers. */
  numbersOf(line: string): readonly { readonly timeMs: number; readonly number: number }[];
}

/** Plays a strategy's program until `untilMs`. Values that are not given are the params' defaults. */
export function playProgram(
  id: StrategyId,
  given: Values = {},
  untilMs: number = Number.POSITIVE_INFINITY,
): PlayedProgram {
  const strategy = strategyOf(catalogue, id);
  const values = { ...defaultsOf(paramsOf(strategyOf(catalogue, id))), ...given };
  const trace = new Trace();
  const topology = strategy.topology(values);
  const playing = startSimulation({ strategy, values, random: seeded(1), trace });
  const { machine: sim, recorder } = playing;
  sim.runUntil(untilMs);
  const printed = { trace, losses: recorder.losses, history: historyOf(playing, topology) };
  const lines = printedLines(printed, strategy, values);
  return {
    trace,
    topology,
    losses: recorder.losses,
    end: sim.end,
    endMs: sim.now,
    lines,
    numbersOf: (name) =>
      lines
        .filter(({ line }) => line === name)
        .map(({ timeMs, numbers }) => ({ timeMs, number: numbers[0] ?? -1 })),
  };
}
