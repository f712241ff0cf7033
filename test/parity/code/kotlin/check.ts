/**
 * Compiles the Kotlin sources that the page shows, runs them on kotlinx.coroutines in virtual time, and compares what
 * they do with the page's runs, event for event.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PlayedCase, playCases } from "../code-cases.ts";
import {
  type CodeCheckOptions,
  type CodeCheckResult,
  compareInFolder,
  type LeftOut,
  nothingCompared,
} from "../code-check.ts";
import { compilePrograms, type KotlinBuild, runPrograms } from "../compile-kotlin.ts";
import { missingInJdk } from "../jdk.ts";
import { compilerOfNpm, findCompiler, jarOfNpm } from "../kotlin-compiler.ts";
import { COROUTINES } from "../libraries.ts";
import { jarsOf } from "../maven.ts";
import { shownText } from "../shown-text.ts";
import { kotlinCases } from "./cases.ts";
import { differenceOf, type KotlinRun } from "./difference.ts";
import { kotlinFiles, mainFile } from "./kotlin-source.ts";
import { type Played, playEnding } from "./played.ts";

export async function checkKotlin(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const missing = missingInJdk("java");
  if (missing !== null) return nothingCompared(missing);
  const compiler = findCompiler();
  if ("why" in compiler) return nothingCompared(compiler);
  const { jars, skipped } = coroutines();
  const played = playCases(kotlinCases, options, playEnding);
  return compareInFolder(options.keep, played, (folder) => {
    const harness = join(import.meta.dirname, "harness");
    return { ...compareAll(played, { compiler, harness, jars, folder, filesOf }), skipped };
  });
}

/**
 * Finds kotlinx.coroutines in the page's version, or, if Maven can't load it, the one that came with npm's compiler.
 */
function coroutines(): { readonly jars: readonly string[]; readonly skipped: LeftOut | null } {
  const jars = jarsOf([COROUTINES]);
  if (!("why" in jars)) return { jars, skipped: null };
  const missing = compilerOfNpm();
  if ("why" in missing) return { jars: [], skipped: missing };
  const why = `${jars.why}; compared on version 1.8.0, which came with the compiler`;
  return { jars: [jarOfNpm("kotlinx-coroutines-core-jvm")], skipped: { ...jars, why } };
}

function filesOf(played: readonly PlayedCase<Played>[]) {
  const cases = played.map(({ parityCase }) => parityCase);
  return [...cases.flatMap(kotlinFiles), mainFile(cases)];
}

function compareAll(
  played: readonly PlayedCase<Played>[],
  build: KotlinBuild<Played>,
): Pick<CodeCheckResult, "passed" | "failed"> {
  const events = played.reduce((sum, { page }) => sum + page.events.length, 0);
  process.stdout.write(`compiling ${played.length} programs, to compare ${events} events\n`);
  const { right, wrong } = compilePrograms(played, build);
  const input = right.map(({ parityCase, page }) => [parityCase.untilMs, ...page.draws].join(" "));
  writeFileSync(join(build.folder, "input"), `${input.join("\n")}\n`);
  const { runs, problem } = runPrograms<KotlinRun>(build, [join(build.folder, "input")]);
  const failed = [...wrong];
  for (const { parityCase, page } of right) {
    const [bare, watched] = runs.get(parityCase.id) ?? [];
    const why: string | null =
      bare === undefined || watched === undefined
        ? `no output; ${problem}`
        : (differenceOf(page, bare) ?? differenceOf(page, watched, shownText(parityCase)));
    if (why !== null) failed.push({ name: parityCase.id, why });
  }
  return { passed: played.length - failed.length, failed };
}
