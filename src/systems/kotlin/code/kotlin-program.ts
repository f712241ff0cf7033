/**
 * The Kotlin program of a run. It is written to be read, and it does what the run's trace says; only its random
 * numbers differ, though they have the same distribution.
 */
import type { Source } from "../../source-text.ts";

/** A program with `main`, and its imports. */
export interface KotlinProgram {
  /** Everything but the imports. */
  readonly program: Source;
  /** Imported names in addition to the common ones; duplicates are allowed. */
  readonly imports?: readonly string[];
}

/** The names that most programs import. */
const COMMON = [
  "kotlinx.coroutines.channels.Channel",
  "kotlinx.coroutines.delay",
  "kotlinx.coroutines.launch",
  "kotlinx.coroutines.runBlocking",
];

/** Returns the whole source: each import once, alphabetically and without unused common ones, then the program. */
export function kotlinSource({ program, imports = [] }: KotlinProgram): Source {
  const common = COMMON.filter((name) => isUsed(name, program));
  const names = [...new Set([...common, ...imports])].sort();
  return [...names.map((name) => `import ${name}`), "", ...program];
}

/** Whether a program contains the last part of an imported name as a word. */
function isUsed(name: string, program: Source): boolean {
  const word = new RegExp(`\\b${name.slice(name.lastIndexOf(".") + 1)}\\b`);
  return program.some((line) => word.test(typeof line === "string" ? line : line.text));
}
