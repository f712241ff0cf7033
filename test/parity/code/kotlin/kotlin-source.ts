/** The texts of a case for the compiler: one as the page shows it, and one that runs on virtual time. */
import type { ParityCase } from "../code-cases.ts";
import type { KotlinFile } from "../compile-kotlin.ts";
import { shownClass, shownKotlin, shownText } from "../shown-text.ts";

/** The imported names that the harness replaces. Below them, names that need no import, and patterns of their use. */
const REPLACED: ReadonlySet<string> = new Set([
  "kotlin.random.Random",
  "kotlin.time.TimeSource",
  "kotlinx.coroutines.Dispatchers",
  "kotlinx.coroutines.channels.Channel",
  "kotlinx.coroutines.delay",
  "kotlinx.coroutines.flow.MutableSharedFlow",
  "kotlinx.coroutines.flow.buffer",
  "kotlinx.coroutines.flow.collectLatest",
  "kotlinx.coroutines.flow.conflate",
  "kotlinx.coroutines.flow.debounce",
  "kotlinx.coroutines.flow.flow",
  "kotlinx.coroutines.flow.flowOn",
  "kotlinx.coroutines.flow.onEach",
  "kotlinx.coroutines.flow.sample",
  "kotlinx.coroutines.launch",
  "kotlinx.coroutines.runBlocking",
  "kotlinx.coroutines.sync.Semaphore",
  "kotlinx.coroutines.withContext",
]);
const UNIMPORTED: readonly (readonly [name: string, use: RegExp])[] = [
  ["println", /\bprintln\(/],
  ["System", /\bSystem\./],
  ["Thread", /\bThread\./],
];

/** Returns the files of a case: the shown text verbatim, and the text that is run. */
export function kotlinFiles(parityCase: ParityCase, index: number): KotlinFile[] {
  const played = onVirtualTime(shownText(parityCase));
  return [
    shownKotlin(parityCase, index),
    { path: `played${index}/Program.kt`, text: `package played${index}\n\n${played}` },
  ];
}

/** Returns the same program, with the harness's names for everything that takes time, prints or is random. */
export function onVirtualTime(text: string): string {
  const moved = text.replace(/^import ([\w.]+)$/gm, (line, name: string) =>
    REPLACED.has(name) ? `import harness.${name.split(".").at(-1)}` : line,
  );
  const more = UNIMPORTED.filter(([, use]) => use.test(text));
  return [...more.map(([name]) => `import harness.${name}`), moved].join("\n");
}

/** Returns the file that lists all cases for the harness. */
export function mainFile(cases: readonly ParityCase[]): KotlinFile {
  const lines = cases.map(
    ({ id }, index) =>
      `    Case(${JSON.stringify(id)}, ${JSON.stringify(shownClass(index))}) { played${index}.main() },`,
  );
  const text = [
    "import harness.Case",
    "import harness.runAll",
    "",
    "val cases = listOf(",
    ...lines,
    ")",
    "",
    "fun main(args: Array<String>) = runAll(cases, args[0], args[1])",
  ];
  return { path: "Main.kt", text: `${text.join("\n")}\n` };
}
