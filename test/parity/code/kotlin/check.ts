/**
 * Compiles the Kotlin sources that the page shows, runs them on kotlinx.coroutines in virtual time, and compares what
 * they do with the page's runs, event for event.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { kotlin } from "../../../../src/systems/kotlin/system.ts";
import { type PlayedCase, playCases } from "../code-cases.ts";
import type { CodeCheckOptions, CodeCheckResult } from "../code-check.ts";
import { kotlinCases } from "./cases.ts";
import { differenceOf, type KotlinRun } from "./difference.ts";
import {
  type Compiled,
  compile,
  coroutinesOf,
  hasJava,
  installCompiler,
  type Library,
  runMain,
} from "./jdk.ts";
import { kotlinFiles, mainFile, shownText } from "./kotlin-source.ts";
import { type Played, playEnding } from "./played.ts";

export async function checkKotlin(options: CodeCheckOptions): Promise<CodeCheckResult> {
  if (!hasJava()) {
    const skipped = "a JDK of version 17 or later is needed: no such `java` was found";
    return { passed: 0, failed: [], skipped };
  }
  installCompiler();
  const coroutines = coroutinesOf(kotlin.version);
  const into = options.keep || mkdtempSync(join(tmpdir(), "parity-kotlin-"));
  try {
    return resultOf(
      compareAll(playCases(kotlinCases, options, playEnding), into, coroutines),
      coroutines,
    );
  } finally {
    if (options.keep === "") rmSync(into, { recursive: true, force: true });
  }
}

function resultOf(
  differences: ReadonlyMap<string, string | null>,
  { version }: Library,
): CodeCheckResult {
  const failed = [...differences].flatMap(([name, why]) => (why === null ? [] : [{ name, why }]));
  const skipped =
    version === kotlin.version
      ? null
      : `Maven has no kotlinx.coroutines ${kotlin.version} here: run on ${version}, which came with the compiler`;
  return { passed: differences.size - failed.length, failed, skipped };
}

/** For each case, what differs; null if nothing does. */
function compareAll(
  all: readonly PlayedCase<Played>[],
  into: string,
  coroutines: Library,
): Map<string, string | null> {
  const differences = new Map<string, string | null>();
  const classes = join(into, "classes");
  const played = compileAll(all, into, { classes, coroutines, differences });
  const input = played.map(({ parityCase, page }) => [parityCase.untilMs, ...page.draws].join(" "));
  writeFileSync(join(into, "input"), `${input.join("\n")}\n`);
  const problem = runMain({ classes, coroutines }, [join(into, "input"), join(into, "output")]);
  const runs = readRuns(join(into, "output"));
  for (const { parityCase, page } of played) {
    const [bare, watched] = runs.get(parityCase.id) ?? [];
    const difference: string | null =
      bare === undefined || watched === undefined
        ? `no output; ${problem}`
        : (differenceOf(page, bare) ?? differenceOf(page, watched, shownText(parityCase)));
    differences.set(parityCase.id, difference);
  }
  return differences;
}

/** Compiles everything in one go; if some sources are wrong, notes it and compiles the others. */
function compileAll(
  played: readonly PlayedCase<Played>[],
  into: string,
  to: Compiled & { readonly differences: Map<string, string | null> },
): readonly PlayedCase<Played>[] {
  const events = played.reduce((sum, { page }) => sum + page.events.length, 0);
  process.stdout.write(`compiling ${played.length} programs, to compare ${events} events\n`);
  const cases = played.map(({ parityCase }) => parityCase);
  const source = join(into, "source");
  rmSync(source, { recursive: true, force: true });
  for (const { path, text } of [...cases.flatMap(kotlinFiles), mainFile(cases)]) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const problem = compile([join(import.meta.dirname, "harness"), source], to);
  if (problem === null) return played;
  const wrong = new Map(
    [...problem.matchAll(/(?:shown|played)(\d+)\/Program\.kt:(\d+:\d+: error: .*\n.*)/g)]
      .toReversed()
      .map(([, index, message]) => [Number(index), message]),
  );
  if (wrong.size === 0) throw new Error(problem);
  for (const [index, message] of wrong) {
    to.differences.set(cases[index]?.id ?? "", `does not compile: ${message}`);
  }
  const right = played.filter((_, index) => !wrong.has(index));
  return compileAll(right, into, to);
}

function readRuns(path: string): Map<string, KotlinRun[]> {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  // A run that was killed may leave half a line.
  const runs = new Map<string, KotlinRun[]>();
  for (const line of lines.filter((text) => text.endsWith("}}"))) {
    const run = JSON.parse(line) as KotlinRun;
    runs.set(run.case, [...(runs.get(run.case) ?? []), run]);
  }
  return runs;
}
