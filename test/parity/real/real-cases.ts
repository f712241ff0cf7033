/** The cases for a real machine: every scenario with every strategy that it offers, at the scenario's own settings. */
import { createHash } from "node:crypto";
import {
  DEFAULT_SEED,
  initialValues,
  printedLines,
  Recording,
  type RunSpec,
} from "../../../src/run/index.ts";
import type { ScenarioId } from "../../../src/scenarios/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import type { ParityCase } from "../code/code-cases.ts";
import { shownText } from "../code/shown-text.ts";

/** The longest time that a program runs, in ms. */
export const LONGEST_MS = 12_000;

export interface RealCase extends ParityCase {
  readonly scenario: ScenarioId;
}

/** A scenario's own values without the changes it makes during the run, since the program runs as it is printed. */
const OPENED = { values: {}, seed: DEFAULT_SEED, interventions: [] } satisfies Partial<RunSpec>;

export const realCases: readonly RealCase[] = allScenarios.flatMap(({ id: scenario, strategies }) =>
  strategies.map((strategy) => {
    const values = initialValues(catalogue, { ...OPENED, scenario, strategy });
    const untilMs = Math.min(LONGEST_MS, (values["durationS"] as number) * 1000);
    return {
      id: `${scenario} ${strategy}`,
      scenario,
      strategy,
      values,
      untilMs,
      seed: DEFAULT_SEED,
    };
  }),
);

/**
 * Counts the lines of each name that the page's program prints by the end of the case, with the page's clock and heap.
 */
export function pageLines({ scenario, strategy: id, untilMs }: RealCase): Map<string, number> {
  const recording = new Recording(catalogue, { ...OPENED, scenario, strategy: id });
  recording.advanceTo(untilMs);
  const strategy = strategyOf(catalogue, id);
  const counts = new Map<string, number>();
  for (const { line, timeMs } of printedLines(
    recording,
    strategy,
    initialValues(catalogue, recording.spec),
  )) {
    if (timeMs <= untilMs) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/**
 * Returns a short hash of the program that the page shows for a case. It ignores comments, which come in two languages,
 * and line breaks, since the program does the same.
 */
export function textHash(shown: RealCase): string {
  return createHash("sha256")
    .update(withoutSpaces(withoutComments(shownText(shown))))
    .digest("hex")
    .slice(0, 12);
}

/** Returns `text` without its comments, and without the spaces and empty lines that they leave. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*\*.*?\*\//gs, "")
    .replace(/\/\/ .*$/gm, "")
    .replace(/\s*\n\s*/g, "\n");
}

/** Returns `text` without white space, except in its strings. */
export function withoutSpaces(text: string): string {
  return text.replace(/("[^"\n]*"|'[^'\n]*'|`[^`]*`)|\s+/g, (_, string?: string) => string ?? "");
}
