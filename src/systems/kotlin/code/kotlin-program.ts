/**
 * The Kotlin program of a run. It is written for reading and does what the run's trace says; only the random
 * numbers it draws are others, of the same law.
 */
import type { Source } from "../../source-text.ts";

/** A program with `main`, and what it imports. */
export interface KotlinProgram {
  /** Everything but the imports. */
  readonly program: Source;
  /** Imported names, besides those that every program has; one may be named more than once. */
  readonly imports?: readonly string[];
}

/** What every program uses. */
const ALWAYS = [
  "kotlinx.coroutines.channels.Channel",
  "kotlinx.coroutines.delay",
  "kotlinx.coroutines.launch",
  "kotlinx.coroutines.runBlocking",
];

/** The whole source: each import once, in the order of their names, and the program. */
export function kotlinSource({ program, imports = [] }: KotlinProgram): Source {
  const names = [...new Set([...ALWAYS, ...imports])].sort();
  return [...names.map((name) => `import ${name}`), "", ...program];
}
