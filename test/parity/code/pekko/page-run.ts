/** What a program prints on the page: lines with their times. */
import { printedLines, seeded, startSimulation } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { Trace } from "../../../../src/trace/index.ts";
import type { ParityCase } from "../../kotlin/cases.ts";

/** `[whole ms, text]` */
export type Line = readonly [timeMs: number, text: string];

/** Bounds that only a program without any pause reaches. */
const LIMITS = { events: 3_000_000, elements: 100_000_000 };

/** The lines of a case, or null if it never pauses: such a program can't be cut off at a time. */
export function linesOnPage({ strategy: id, values, untilMs, seed }: ParityCase): Line[] | null {
  const strategy = strategyOf(id);
  const trace = new Trace();
  const { machine, recorder } = startSimulation({
    strategy,
    values: { ...values },
    random: seeded(seed),
    trace,
    limits: LIMITS,
  });
  machine.runUntil(untilMs);
  const { end } = machine;
  if (end?.reason === "failed") throw end.failure;
  if (end?.reason === "limit") return null;
  return printedLines({ trace, losses: recorder.losses }, strategy, values).map(
    ({ timeMs, text }) => [Math.floor(timeMs), text],
  );
}
