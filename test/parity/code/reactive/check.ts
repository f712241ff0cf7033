/**
 * Runs the Kotlin programs that the page shows on the real RxJava and Reactor, in virtual time, and compares what they
 * do with the page's runs: once as they are, by what they print, and once with probes between their operators.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { type PlayedCase, playCases } from "../code-cases.ts";
import type { CodeCheckOptions, CodeCheckResult, Failure } from "../code-check.ts";
import { reactiveCases } from "./cases.ts";
import {
  differenceOf,
  eventsOfProbes,
  eventsOnPage,
  type PlayedEvent,
  type RealRun,
} from "./events.ts";
import { type ClassPaths, classPaths, compile, runMain } from "./jvm.ts";

export async function checkReactive(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const directory = options.keep || mkdtempSync(join(tmpdir(), "parity-reactive-"));
  try {
    mkdirSync(directory, { recursive: true });
    const paths = classPaths(directory);
    if ("missing" in paths) return { passed: 0, failed: [], skipped: paths.missing };
    return compareAll(playCases(reactiveCases, options, eventsOnPage), paths, directory);
  } finally {
    if (options.keep === "") rmSync(directory, { recursive: true, force: true });
  }
}

function compareAll(
  all: readonly PlayedCase<readonly PlayedEvent[]>[],
  paths: ClassPaths,
  directory: string,
): CodeCheckResult {
  const failed: Failure[] = [];
  const played = compileAll(all, paths, directory, failed);
  const output = join(directory, "output");
  const problem = runMain(paths, join(directory, "classes"), [output]);
  if (problem !== null) throw new Error(problem);
  const runs = readRuns(output);
  for (const { parityCase, page } of played) {
    const why = whyDifferent(page, runs.get(parityCase.id) ?? []);
    if (why !== null) failed.push({ name: parityCase.id, why });
  }
  return { passed: all.length - failed.length, failed, skipped: null };
}

/** Compiles everything in one go; if some programs are wrong, notes it and compiles the others. */
function compileAll(
  played: readonly PlayedCase<readonly PlayedEvent[]>[],
  paths: ClassPaths,
  directory: string,
  failed: Failure[],
): readonly PlayedCase<readonly PlayedEvent[]>[] {
  const source = join(directory, "source");
  rmSync(source, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  };
  for (const [number, { parityCase }] of played.entries()) {
    const { text } = sourceTextOf(strategyOf(parityCase.strategy), parityCase.values);
    write(`shown${number}/Program.kt`, `package shown${number}\n\n${text}`);
  }
  write("Main.kt", mainText(played));
  const sources = [join(import.meta.dirname, "harness"), source];
  const problem = compile(paths, sources, join(directory, "classes"));
  if (problem === null) return played;
  const wrong = new Map(
    [...problem.matchAll(/shown(\d+)\/Program\.kt:(\d+:\d+: error: .*\n.*)/g)]
      .toReversed()
      .map(([, number, message]) => [Number(number), message]),
  );
  if (wrong.size === 0) throw new Error(problem);
  for (const [number, message] of wrong) {
    const name = played[number]?.parityCase.id ?? "";
    failed.push({ name, why: `does not compile: ${message}` });
  }
  const right = played.filter((_, number) => !wrong.has(number));
  return compileAll(right, paths, directory, failed);
}

function mainText(played: readonly PlayedCase<readonly PlayedEvent[]>[]): string {
  const cases = played.map(({ parityCase: { id, strategy, untilMs } }, number) => {
    const library = strategyOf(strategy).system.id;
    return `    Case(${JSON.stringify(id)}, "${library}", ${untilMs}) { shown${number}.main() },`;
  });
  return [
    "import harness.Case",
    "import harness.runAll",
    "",
    "fun main(args: Array<String>) = runAll(listOf(",
    ...cases,
    "), args[0])",
    "",
  ].join("\n");
}

function readRuns(path: string): Map<string, RealRun[]> {
  const runs = new Map<string, RealRun[]>();
  for (const line of readFileSync(path, "utf8").split("\n").filter(Boolean)) {
    const run = JSON.parse(line) as RealRun;
    runs.set(run.case, [...(runs.get(run.case) ?? []), run]);
  }
  return runs;
}

function whyDifferent(
  page: readonly PlayedEvent[],
  [bare, watched]: readonly RealRun[],
): string | null {
  if (bare === undefined || watched === undefined) return "it did not run";
  const problem = bare.problem ?? watched.problem;
  if (problem !== null) return problem;
  const printed = page.filter(([, what]) => what === "prints");
  return differenceOf(printed, bare.events) ?? differenceOf(page, eventsOfProbes(watched.events));
}
