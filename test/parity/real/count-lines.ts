/** Counts the lines of a program by their names, on the page and in its real runs. */
import { strategyOf } from "../../../src/systems/index.ts";
import { catalogue } from "../../support/everything.ts";
import type { LineCount, ProgramResult } from "./kept-result.ts";
import { lineNames, OTHER } from "./line-names.ts";
import { pageLines, type RealCase, textHash } from "./real-cases.ts";
import type { RealRun } from "./run-several.ts";

/** Returns the result of a case; `again` says that it was run apart from the others. */
export function resultOf(
  realCase: RealCase,
  runs: readonly RealRun[],
  again: boolean,
): ProgramResult {
  const { scenario, strategy, untilMs } = realCase;
  const nameOf = lineNames(strategyOf(catalogue, strategy));
  const counts = runs.map((run) => countsOf(run, untilMs, nameOf));
  return {
    scenario,
    strategy,
    text: textHash(realCase),
    untilMs,
    again,
    ends: runs.map(({ end }) => end),
    lines: withPage(realCase, (name) => counts.map((count) => count.get(name) ?? 0)),
  };
}

/** Returns the kept runs beside what the page's program prints now. */
export function comparedAnew(realCase: RealCase, kept: ProgramResult): ProgramResult {
  const none = kept.ends.map(() => 0);
  const real = (name: string) => kept.lines.find(({ line }) => line === name)?.real ?? none;
  return { ...kept, lines: withPage(realCase, real) };
}

/** Returns every line that the page or a real run printed, in the order in which the strategy names them. */
function withPage(
  realCase: RealCase,
  realOf: (name: string) => readonly number[],
): readonly LineCount[] {
  const page = pageLines(realCase);
  return [...Object.keys(strategyOf(catalogue, realCase.strategy).lines), OTHER]
    .map((line) => ({ line, page: page.get(line) ?? 0, real: realOf(line) }))
    .filter((count) => count.page > 0 || count.real.some((each) => each > 0));
}

function countsOf(
  { lines }: RealRun,
  untilMs: number,
  nameOf: (text: string) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { timeMs, text } of lines) {
    if (timeMs > untilMs) continue;
    const name = nameOf(text);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
