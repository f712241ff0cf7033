/**
 * Runs the Kotlin programs that the page shows on the real RxJava and Reactor, in virtual time, and compares what they
 * do with the page's runs: once as they are, by what they print, and once with probes between their operators.
 */
import { join } from "node:path";
import { strategyOf } from "../../../../src/systems/index.ts";
import { reactor } from "../../../../src/systems/reactor/system.ts";
import { catalogue } from "../../../support/everything.ts";
import { type PlayedCase, playCases } from "../code-cases.ts";
import {
  type CodeCheckOptions,
  type CodeCheckResult,
  compareInFolder,
  nothingCompared,
} from "../code-check.ts";
import {
  compilePrograms,
  type KotlinBuild,
  type KotlinFile,
  runPrograms,
} from "../compile-kotlin.ts";
import { missingInJdk } from "../jdk.ts";
import { findCompiler } from "../kotlin-compiler.ts";
import { REACTOR, RXJAVA } from "../libraries.ts";
import { jarsOf } from "../maven.ts";
import { shownKotlin } from "../shown-text.ts";
import { reactiveCases } from "./cases.ts";
import {
  differenceOf,
  eventsOfProbes,
  eventsOnPage,
  type PlayedEvent,
  type RealRun,
} from "./events.ts";

type Page = readonly PlayedEvent[];

const LIBRARIES = [RXJAVA, REACTOR, `io.projectreactor:reactor-test:${reactor.version}`];

export async function checkReactive(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const missing = missingInJdk("java");
  if (missing !== null) return nothingCompared(missing);
  const compiler = findCompiler();
  if ("why" in compiler) return nothingCompared(compiler);
  const jars = jarsOf(LIBRARIES);
  if ("why" in jars) return nothingCompared(jars);
  const played = playCases<Page>(reactiveCases, options, eventsOnPage);
  return compareInFolder(options.keep, played, (folder) => {
    const harness = join(import.meta.dirname, "harness");
    return compareAll(played, { compiler, harness, jars, folder, filesOf });
  });
}

function compareAll(
  played: readonly PlayedCase<Page>[],
  build: KotlinBuild<Page>,
): CodeCheckResult {
  const { right, wrong } = compilePrograms(played, build);
  const { runs, problem } = runPrograms<RealRun>(build);
  const failed = [...wrong];
  for (const { parityCase, page } of right) {
    const [bare, watched] = runs.get(parityCase.id) ?? [];
    const why =
      bare === undefined || watched === undefined
        ? `no output; ${problem}`
        : whyDifferent(page, bare, watched);
    if (why !== null) failed.push({ name: parityCase.id, why });
  }
  return { passed: played.length - failed.length, failed, skipped: null };
}

/** Returns the shown texts verbatim, and the list of all of them for the harness. */
function filesOf(played: readonly PlayedCase<Page>[]): KotlinFile[] {
  const shown = played.map(({ parityCase }, number) => shownKotlin(parityCase, number));
  return [...shown, { path: "Main.kt", text: mainText(played) }];
}

function mainText(played: readonly PlayedCase<Page>[]): string {
  const cases = played.map(({ parityCase: { id, strategy, untilMs } }, number) => {
    const library = strategyOf(catalogue, strategy).system.id;
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

function whyDifferent(page: Page, bare: RealRun, watched: RealRun): string | null {
  const problem = bare.problem ?? watched.problem;
  if (problem !== null) return problem;
  const printed = page.filter(([, what]) => what === "prints");
  return differenceOf(printed, bare.events) ?? differenceOf(page, eventsOfProbes(watched.events));
}
