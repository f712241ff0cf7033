/**
 * Runs the Java programs that the page shows on the real Pekko in virtual time, and compares what they print, and what
 * their full buffers do, with the page's runs.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PlayedCase, playCases } from "../code-cases.ts";
import {
  type CodeCheckOptions,
  type CodeCheckResult,
  compareInFolder,
  type Failure,
  nothingCompared,
} from "../code-check.ts";
import { missingInJdk } from "../jdk.ts";
import { PEKKO } from "../libraries.ts";
import { jarsOf } from "../maven.ts";
import { shownText } from "../shown-text.ts";
import { pekkoCases } from "./cases.ts";
import { compileHarness, runPrograms } from "./harness.ts";
import { type Line, type PageRun, runOnPage } from "./page-run.ts";

export async function checkPekko(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const missing = missingInJdk("java") ?? missingInJdk("javac");
  if (missing !== null) return nothingCompared(missing);
  const jars = jarsOf([PEKKO]);
  if ("why" in jars) return nothingCompared(jars);
  const played = playCases(pekkoCases, options, runOnPage);
  return compareInFolder(options.keep, played, (folder) =>
    compareAll(played, compileHarness(jars, folder), folder),
  );
}

function compareAll(
  played: readonly PlayedCase<PageRun>[],
  classPath: readonly string[],
  directory: string,
): CodeCheckResult {
  const folders = writePrograms(played, join(directory, "programs"));
  const output = runPrograms(classPath, join(directory, "programs"));
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

/** Writes each shown text verbatim into its own folder. Returns the names of the folders. */
function writePrograms(played: readonly PlayedCase<PageRun>[], into: string): string[] {
  rmSync(into, { recursive: true, force: true });
  return played.map(({ parityCase }, number) => {
    const folder = String(number).padStart(4, "0");
    mkdirSync(join(into, folder), { recursive: true });
    writeFileSync(join(into, folder, "Main.java"), shownText(parityCase));
    writeFileSync(join(into, folder, "untilMs"), `${parityCase.untilMs}\n`);
    return folder;
  });
}

/** Reads from `output` what each program did, by its folder. */
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

/** Returns the first difference between the lines, or null. */
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
