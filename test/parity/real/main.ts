/**
 * `npm run real`: runs the programs that the page shows, at the settings with which their scenarios open, on this
 * machine's JVM and Node and on its own clock, several at a time, each for 12 s or to its end. It compares how many
 * lines of each kind they print with what the page's programs print by the same time, prints for each whether it
 * agrees, and keeps the result in docs/real.json, docs/real.md and the page's own data. It needs a JDK 17, Maven, Node
 * 20, and a machine that is otherwise idle.
 *
 * `--only TEXT` runs only programs whose name (scenario and strategy) contains TEXT, and marks them as run again; the
 * kept results of the others stay. `--changed` likewise runs only programs whose current text has no kept result.
 * `--runs N` (3) is how often each program runs, `--at-once N` (6) how many run at a time. `--keep DIR` leaves sources
 * and output in DIR.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kotlin } from "../../../src/systems/kotlin/system.ts";
import { KOTLIN_VERSION } from "../../../src/systems/kotlin/version.ts";
import { pekko } from "../../../src/systems/pekko/system.ts";
import { reactor } from "../../../src/systems/reactor/system.ts";
import { rxjava } from "../../../src/systems/rxjava/system.ts";
import { run } from "../code/run-command.ts";
import { buildPrograms, findJars } from "./build.ts";
import { resultOf } from "./count-lines.ts";
import {
  agrees,
  deviation,
  type KeptResult,
  type ProgramResult,
  RESULT_FILE,
  readResult,
  type Versions,
} from "./kept-result.ts";
import { type RealCase, realCases, textHash } from "./real-cases.ts";
import { type RealRun, runSeveral } from "./run-several.ts";
import { writeResult } from "./write-result.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    changed: { type: "boolean", default: false },
    runs: { type: "string", default: "3" },
    "at-once": { type: "string", default: "6" },
    keep: { type: "string", default: "" },
  },
});

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

const runs = Number(options.runs);
const versions = versionsHere();
const before = existsSync(RESULT_FILE) ? readResult() : null;
const isPart = options.only !== "" || options.changed;
if (isPart && before !== null) {
  const isSame =
    before.runs === runs && JSON.stringify(before.versions) === JSON.stringify(versions);
  if (!isSame) stop("what is kept comes of other versions or of another number of runs: run all");
}
const cases = realCases.filter(
  (each) => each.id.includes(options.only) && (!options.changed || !isKept(each)),
);
if (cases.length === 0) stop("there is no such program");
const jars = findJars();
if ("why" in jars) stop(jars.why);

const folder = options.keep || mkdtempSync(join(tmpdir(), "real-"));
try {
  process.stdout.write(`compiling ${cases.length} programs\n`);
  const programs = buildPrograms(cases, jars, folder);
  const realRuns: RealRun[][] = cases.map(() => []);
  // In rounds, so that the runs of a program lie far apart and no disturbance affects all of them.
  const rounds = Array.from({ length: runs }, () => programs).flat();
  await runSeveral(rounds, Number(options["at-once"]), folder, (index, realRun) => {
    realRuns[index % cases.length]?.push(realRun);
    const count = Math.floor(index / cases.length) + 1;
    process.stdout.write(`${cases[index % cases.length]?.id}, run ${count}: ${realRun.end}\n`);
  });
  const results = cases.map((each, number) => resultOf(each, realRuns[number] ?? [], isPart));
  for (const result of results) process.stdout.write(`${agreementText(result)}\n`);
  const agreeing = results.filter(agrees).length;
  writeResult({ runs, versions, programs: merged(before, results) });
  process.stdout.write(`${agreeing} of ${results.length} programs agree with the page\n`);
} finally {
  if (options.keep === "") rmSync(folder, { recursive: true, force: true });
}

/** Whether the kept result comes from the program exactly as the page shows it now. */
function isKept(realCase: RealCase): boolean {
  const { scenario, strategy } = realCase;
  const kept = before?.programs.find(
    (each) => each.scenario === scenario && each.strategy === strategy,
  );
  return kept?.text === textHash(realCase);
}

/** Returns the results of all programs, in the order of the page: the new ones, or those that are kept. */
function merged(kept: KeptResult | null, now: readonly ProgramResult[]): ProgramResult[] {
  const all = [...now, ...(kept?.programs ?? [])];
  return realCases.flatMap(
    ({ scenario, strategy }) =>
      all.find((each) => each.scenario === scenario && each.strategy === strategy) ?? [],
  );
}

function agreementText(result: ProgramResult): string {
  const name = `${result.scenario} ${result.strategy}`;
  const lines = result.lines.map((count) => {
    const { line, page, real } = count;
    const differs = deviation(count);
    return `${line} ${page}: ${real.join(", ")}${differs === null ? "" : ` (${differs})`}`;
  });
  return `${agrees(result) ? "agrees " : "DIFFERS"} ${name}   ${lines.join("; ")}`;
}

function versionsHere(): Versions {
  return {
    jdk: /\d[\d.]*/.exec(run("java", ["--version"], 60).stdout)?.[0] ?? "none",
    kotlin: KOTLIN_VERSION,
    coroutines: kotlin.version,
    rxjava: rxjava.version,
    reactor: reactor.version,
    pekko: pekko.version,
    node: process.versions.node,
  };
}
