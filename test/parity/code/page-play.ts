/** Plays a case as the page does, but without its model of a heap, which the shown programs don't have. */
import type { Machine, Random } from "../../../src/kernel/index.ts";
import { type PrintedLine, printedLines, seeded, startSimulation } from "../../../src/run/index.ts";
import { type Strategy, strategyOf, type Topology } from "../../../src/systems/index.ts";
import { type LossRule, Trace } from "../../../src/trace/index.ts";
import { catalogue } from "../../support/everything.ts";
import { historyOf } from "../../support/history-of.ts";
import type { ParityCase } from "./code-cases.ts";

/** Limits that only a program without any pause reaches. */
const LIMITS = { events: 3_000_000, elements: 100_000_000 };

export interface PagePlay {
  readonly trace: Trace;
  readonly losses: readonly LossRule[];
  readonly topology: Topology;
  /** The machine as it is at the end of the run. */
  readonly machine: Machine;
  readonly actorOf: ReturnType<Strategy["play"]>["actorOf"];
  /** The lines that the program prints, by their first row. */
  readonly printed: ReadonlyMap<number, PrintedLine>;
}

/** Plays a case into `trace`, to its end or until it reaches a limit. */
export function playOnPage(
  { strategy: id, values, untilMs, seed }: ParityCase,
  trace: Trace = new Trace(),
  random: (stream: string) => Random = seeded(seed),
): PagePlay {
  const strategy = strategyOf(catalogue, id);
  const setting = { ...values };
  const started = startSimulation({ strategy, values: setting, random, trace, limits: LIMITS });
  const { machine, recorder, actorOf } = started;
  const topology = strategy.topology(values);
  machine.runUntil(untilMs);
  const { losses } = recorder;
  const lines = printedLines(
    { trace, losses, history: historyOf(started, topology) },
    strategy,
    values,
  );
  const printed = new Map(lines.map((line) => [line.row, line]));
  return { trace, losses, topology, machine, actorOf, printed };
}

/** Plays a case, and throws if it fails. Returns null if it never pauses. */
export function playUnfailing(parityCase: ParityCase): PagePlay | null {
  const play = playOnPage(parityCase);
  const { end } = play.machine;
  if (end?.reason === "failed") throw end.failure;
  return end?.reason === "limit" ? null : play;
}
