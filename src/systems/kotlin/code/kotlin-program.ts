/**
 * The Kotlin program of a run. It is written for reading and does what the run's trace says; only its random
 * numbers differ, with the same distribution.
 */
import type { Source } from "../../source-text.ts";

/** A program with `main`, and what it imports. */
export interface KotlinProgram {
  /** Everything but the imports. */
  readonly program: Source;
  /** Imported names, besides those that most programs have; one may be named more than once. */
  readonly imports?: readonly string[];
}

/** What most programs use. */
const COMMON = [
  "kotlinx.coroutines.channels.Channel",
  "kotlinx.coroutines.delay",
  "kotlinx.coroutines.launch",
  "kotlinx.coroutines.runBlocking",
];

/** The whole source: each import once, in the order of their names, and the program. */
export function kotlinSource({ program, imports = [] }: KotlinProgram): Source {
  const common = COMMON.filter((name) => isUsed(name, program));
  const names = [...new Set([...common, ...imports])].sort();
  return [...names.map((name) => `import ${name}`), "", ...program];
}

/** Whether a program says the last part of an imported name. */
function isUsed(name: string, program: Source): boolean {
  const word = new RegExp(`\\b${name.slice(name.lastIndexOf(".") + 1)}\\b`);
  return program.some((line) => word.test(typeof line === "string" ? line : line.text));
}
