/** The result of `npm run real` as it is kept in docs/real.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isAsMany, type ScenarioId } from "../../../src/scenarios/index.ts";
import type { StrategyId } from "../../../src/systems/index.ts";

const DOCS = join(import.meta.dirname, "../../../docs");
export const RESULT_FILE = join(DOCS, "real.json");
export const TABLE_FILE = join(DOCS, "real.md");

/** The versions on which everything ran. */
export interface Versions {
  readonly jdk: string;
  readonly kotlin: string;
  readonly coroutines: string;
  readonly rxjava: string;
  readonly reactor: string;
  readonly pekko: string;
  readonly node: string;
}

/** How many lines of one name were printed by the page's program, and by the real one in each run. */
export interface LineCount {
  readonly line: string;
  readonly page: number;
  readonly real: readonly number[];
}

export interface ProgramResult {
  readonly scenario: ScenarioId;
  readonly strategy: StrategyId;
  /** The hash of the text that ran; a program whose text has changed has to run anew. */
  readonly text: string;
  /** The time up to which lines count, in ms. */
  readonly untilMs: number;
  /** Whether it ran later than the others, with few programs or none beside it, so that the machine was less busy. */
  readonly again: boolean;
  /** How each run ended: `stopped` at `untilMs`, `completed`, or with which exception. */
  readonly ends: readonly string[];
  readonly lines: readonly LineCount[];
}

export interface KeptResult {
  readonly runs: number;
  readonly versions: Versions;
  readonly programs: readonly ProgramResult[];
}

/** Reads the kept result. */
export function readResult(): KeptResult {
  return JSON.parse(readFileSync(RESULT_FILE, "utf8"));
}

/** Returns the text of the file. Each program has a line, so that a diff shows which ones changed. */
export function resultText({ runs, versions, programs }: KeptResult): string {
  const lines = programs.map((program) => `    ${JSON.stringify(program)}`);
  const head = `  "runs": ${runs},\n  "versions": ${JSON.stringify(versions)},\n`;
  return `{\n${head}  "programs": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** Whether every run printed as many lines of each name as the page's program. */
export function agrees({ lines }: Pick<ProgramResult, "lines">): boolean {
  return lines.every((count) => deviation(count) === null);
}

/** Returns by how much the run that differs most differs from the page, or null if all agree. */
export function deviation({ page, real }: LineCount): string | null {
  const furthest = real
    .filter((count) => !isAsMany(count, page))
    .toSorted((a, b) => Math.abs(b - page) - Math.abs(a - page))
    .at(0);
  if (furthest === undefined) return null;
  const lines = furthest - page;
  const sign = lines < 0 ? "−" : "+";
  if (page === 0) return `${sign}${Math.abs(lines)} lines`;
  return `${sign}${Math.round((100 * Math.abs(lines)) / page)} %`;
}
