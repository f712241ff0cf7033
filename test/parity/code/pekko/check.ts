/** Runs the Java programs that the page shows on the real Pekko, in virtual time, and compares what they print with its runs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { type PlayedCase, playCases } from "../code-cases.ts";
import type { CodeCheckOptions, CodeCheckResult, Failure } from "../code-check.ts";
import { pekkoCases } from "./cases.ts";
import { compileHarness, pekkoClassPath, runPrograms } from "./jvm.ts";
import { type Line, type PageRun, runOnPage } from "./page-run.ts";

export async function checkPekko(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const directory = options.keep || mkdtempSync(join(tmpdir(), "parity-pekko-"));
  try {
    mkdirSync(directory, { recursive: true });
    const pekko = pekkoClassPath(directory);
    if ("missing" in pekko) return { passed: 0, failed: [], skipped: pekko.missing };
    return compareAll(
      playCases(pekkoCases, options, runOnPage),
      compileHarness(pekko.path, directory),
      directory,
    );
  } finally {
    if (options.keep === "") rmSync(directory, { recursive: true, force: true });
  }
}

function compareAll(
  played: readonly PlayedCase<PageRun>[],
  classPath: string,
  directory: string,
): CodeCheckResult {
  const programs = join(directory, "programs");
  rmSync(programs, { recursive: true, force: true });
  const folders = played.map(({ parityCase }, number) => {
    const folder = String(number).padStart(4, "0");
    const { strategy, values, untilMs } = parityCase;
    mkdirSync(join(programs, folder), { recursive: true });
    const { text } = sourceTextOf(strategyOf(strategy), values);
    writeFileSync(join(programs, folder, "Main.java"), text);
    writeFileSync(join(programs, folder, "untilMs"), `${untilMs}\n`);
    return folder;
  });
  const output = runPrograms(classPath, programs);
  writeFileSync(join(directory, "output"), output);
  const real = runsByFolder(output);
  const failed: Failure[] = [];
  for (const [number, { parityCase, page }] of played.entries()) {
    const { prints, buffer } = real.get(folders[number] ?? "") ?? { prints: [], buffer: [] };
    const why =
      differenceOf("line", page.prints, prints) ?? differenceOf("full buffer", page.buffer, buffer);
    if (why !== null) failed.push({ name: `${parityCase.id} (${folders[number]})`, why });
  }
  return { passed: played.length - failed.length, failed, skipped: null };
}

/** What each program did, by its folder. */
function runsByFolder(output: string): Map<string, { prints: Line[]; buffer: Line[] }> {
  const runs = new Map<string, { prints: Line[]; buffer: Line[] }>();
  for (const line of output.split("\n")) {
    const [folder, timeMs, what, ...text] = line.split("\t");
    if (folder === undefined || (what !== "prints" && what !== "buffer")) continue;
    const run = runs.get(folder) ?? { prints: [], buffer: [] };
    run[what].push([Number(timeMs), text.join("\t")]);
    runs.set(folder, run);
  }
  return runs;
}

/** The first of them that is another, or null. */
function differenceOf(what: string, page: readonly Line[], real: readonly Line[]): string | null {
  const most = Math.max(page.length, real.length);
  for (let i = 0; i < most; i++) {
    const [shown, came] = [textOf(page[i]), textOf(real[i])];
    if (shown !== came) return `${what} ${i + 1}: the page has ${shown}, Pekko ${came}`;
  }
  return null;
}

function textOf(line: Line | undefined): string {
  return line === undefined ? "nothing" : `“${line[1]}” at ${line[0]} ms`;
}
