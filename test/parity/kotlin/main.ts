/**
 * `npm run parity:kotlin`: compiles the Kotlin sources that the page shows, runs them on kotlinx.coroutines in
 * virtual time, and compares what they do with the page's runs, event for event.
 *
 * `--cases N` how many at least (120), `--seed N` of the random ones (1), `--only TEXT` those whose name holds it,
 * `--keep DIR` leaves sources and output there. Exits 1 if any failed, 2 without a JDK.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type ParityCase, randomCases, rateCases, scenarioCases, tieCases } from "./cases.ts";
import { differenceOf, type KotlinRun } from "./difference.ts";
import { compile, hasJava, installCompiler, runMain } from "./jdk.ts";
import { kotlinFiles, mainFile, shownText } from "./kotlin-source.ts";
import { type Played, playCase } from "./played.ts";

/** A random case for each strategy at the very least, so many times. */
const RANDOM_ROUNDS = 2;

interface PlayedCase {
  readonly parityCase: ParityCase;
  readonly page: Played;
}

const { values: options } = parseArgs({
  options: {
    cases: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});

if (!hasJava()) {
  process.stderr.write(
    "parity:kotlin needs a JDK of version 17 or later: no such `java` was found.\n",
  );
  process.exit(2);
}
installCompiler();
const directory = options.keep || mkdtempSync(join(tmpdir(), "parity-kotlin-"));
try {
  const failed = report(compareAll(buildCases(), directory));
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  if (options.keep === "") rmSync(directory, { recursive: true, force: true });
}

function buildCases(): PlayedCase[] {
  const fixed = [...scenarioCases(), ...tieCases(), ...rateCases()];
  const played = fixed.map((parityCase) => ({ parityCase, page: playCase(parityCase) }));
  const strategies = new Set(played.map(({ parityCase }) => parityCase.strategy)).size;
  const wanted = Math.max(Number(options.cases), played.length + RANDOM_ROUNDS * strategies);
  for (const parityCase of randomCases(Number(options.seed))) {
    if (played.length >= wanted) break;
    const page = playCase(parityCase);
    // A program that never pauses can't be cut off at a time.
    if (page.end[0] !== "limit") played.push({ parityCase, page });
  }
  return played.filter(({ parityCase: { id } }) => id.includes(options.only));
}

/** For each case, what differs; null if nothing does. */
function compareAll(all: readonly PlayedCase[], into: string): Map<string, string | null> {
  const differences = new Map<string, string | null>();
  const classes = join(into, "classes");
  const played = compileAll(all, into, classes, differences);
  const input = played.map(({ parityCase, page }) => [parityCase.untilMs, ...page.draws].join(" "));
  writeFileSync(join(into, "input"), `${input.join("\n")}\n`);
  const problem = runMain(classes, [join(into, "input"), join(into, "output")]);
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
  played: readonly PlayedCase[],
  into: string,
  classes: string,
  differences: Map<string, string | null>,
): readonly PlayedCase[] {
  const events = played.reduce((sum, { page }) => sum + page.events.length, 0);
  process.stdout.write(`compiling ${played.length} programs, to compare ${events} events\n`);
  const cases = played.map(({ parityCase }) => parityCase);
  const source = join(into, "source");
  rmSync(source, { recursive: true, force: true });
  for (const { path, text } of [...cases.flatMap(kotlinFiles), mainFile(cases)]) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const problem = compile([join(import.meta.dirname, "harness"), source], classes);
  if (problem === null) return played;
  const wrong = new Map(
    [...problem.matchAll(/(?:shown|played)(\d+)\/Program\.kt:(\d+:\d+: error: .*\n.*)/g)]
      .toReversed()
      .map(([, index, message]) => [Number(index), message]),
  );
  if (wrong.size === 0) throw new Error(problem);
  for (const [index, message] of wrong) {
    differences.set(cases[index]?.id ?? "", `does not compile: ${message}`);
  }
  const right = played.filter((_, index) => !wrong.has(index));
  return compileAll(right, into, classes, differences);
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

function report(differences: ReadonlyMap<string, string | null>): number {
  let failed = 0;
  for (const [id, difference] of differences) {
    if (difference === null) continue;
    failed++;
    process.stdout.write(`${id}: ${difference}\n`);
  }
  process.stdout.write(`${differences.size - failed} passed, ${failed} failed\n`);
  return failed;
}
