/** Runs the Java programs that the page shows on the real Pekko, in virtual time, and compares what they print with its runs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import type { ParityCase } from "../kotlin/cases.ts";
import { randomCases, scenarioCases, strategyCount, tieCases } from "./cases.ts";
import { compileHarness, pekkoClassPath, runPrograms } from "./jvm.ts";
import { type Line, type PageRun, runOnPage } from "./page-run.ts";

/** A random case for each strategy at the very least, so many times. */
const RANDOM_ROUNDS = 3;

export interface CodeCheckOptions {
  readonly seed: number;
  /** How many cases at least. */
  readonly cases: number;
  /** Those whose name holds it. */
  readonly only: string;
  /** Leaves programs and output there; empty for nowhere. */
  readonly keep: string;
}

export interface CodeCheckResult {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** Why nothing was compared, or null. */
  readonly skipped: string | null;
}

interface PlayedCase {
  readonly parityCase: ParityCase;
  readonly page: PageRun;
}

export async function checkPekko(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const directory = options.keep || mkdtempSync(join(tmpdir(), "parity-pekko-"));
  try {
    mkdirSync(directory, { recursive: true });
    const pekko = pekkoClassPath(directory);
    if ("missing" in pekko) return { passed: 0, failed: [], skipped: pekko.missing };
    return compareAll(playedCases(options), compileHarness(pekko.path, directory), directory);
  } finally {
    if (options.keep === "") rmSync(directory, { recursive: true, force: true });
  }
}

function playedCases({ seed, cases, only }: CodeCheckOptions): PlayedCase[] {
  const played: PlayedCase[] = [];
  const play = (parityCase: ParityCase) => {
    const page = runOnPage(parityCase);
    if (page !== null) played.push({ parityCase, page });
  };
  for (const parityCase of [...scenarioCases(), ...tieCases()]) play(parityCase);
  const wanted = Math.max(cases, played.length + RANDOM_ROUNDS * strategyCount);
  for (const parityCase of randomCases(seed)) {
    if (played.length >= wanted) break;
    play(parityCase);
  }
  return played.filter(({ parityCase: { id } }) => id.includes(only));
}

function compareAll(
  played: readonly PlayedCase[],
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
  const failed: { name: string; why: string }[] = [];
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
