/** The Kotlin compiler, and the programs that it compiles and the JVM runs. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlayedCase } from "./code-cases.ts";
import type { Failure, LeftOut } from "./code-check.ts";
import { runJava } from "./jdk.ts";
import { run } from "./run-command.ts";

const COMPILER = join(import.meta.dirname, "kotlin/node_modules/kotlin-compiler");
const OPTIONS = [
  // Newer kotlinx.coroutines ask for it where a flow is wrapped; where it is unknown it does nothing.
  "-opt-in=kotlinx.coroutines.ExperimentalForInheritanceCoroutinesApi",
  "-nowarn",
  "-no-reflect",
  "-jvm-target",
  "17",
  "-kotlin-home",
  COMPILER,
];

/** A library that came with the compiler. */
export function jarOfCompiler(name: string): string {
  return join(COMPILER, "lib", `${name}.jar`);
}

/** Installs the compiler if it isn't there yet. Says why it can't; null if it is there. */
export function missingCompiler(): LeftOut | null {
  if (existsSync(COMPILER)) return null;
  const { problem } = run("npm", ["ci", "--prefix", join(import.meta.dirname, "kotlin")], 600);
  if (problem === null) return null;
  return { why: `the Kotlin compiler could not be installed: ${problem}`, unreachable: false };
}

export interface KotlinFile {
  readonly path: string;
  readonly text: string;
}

/** What programs are compiled with. */
export interface KotlinBuild<Page> {
  /** The folder of the sources that run the programs. */
  readonly harness: string;
  /** The libraries, without Kotlin's own. */
  readonly jars: readonly string[];
  /** Where sources, classes and output go. */
  readonly folder: string;
  /** The sources of all cases: that of number 7 lies in a folder whose name ends so, as `Program.kt`. */
  filesOf(played: readonly PlayedCase<Page>[]): readonly KotlinFile[];
}

export interface KotlinProgramsCompiled<Page> {
  readonly right: readonly PlayedCase<Page>[];
  /** Those that do not compile. */
  readonly wrong: readonly Failure[];
}

/** Compiles everything in one go; if some programs are wrong, notes them and compiles the others. */
export function compilePrograms<Page>(
  played: readonly PlayedCase<Page>[],
  build: KotlinBuild<Page>,
): KotlinProgramsCompiled<Page> {
  const source = join(build.folder, "source");
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  for (const { path, text } of build.filesOf(played)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const problem = compile([build.harness, source], build);
  if (problem === null) return { right: played, wrong: [] };
  const messages = new Map(
    [...problem.matchAll(/[a-z](\d+)\/Program\.kt:(\d+:\d+: error: .*\n.*)/g)]
      // The first of several stays.
      .toReversed()
      .map(([, number, message]) => [Number(number), message]),
  );
  if (messages.size === 0) throw new Error(problem);
  const wrong = [...messages].map(([number, message]) => ({
    name: played[number]?.parityCase.id ?? "",
    why: `does not compile: ${message}`,
  }));
  const others = compilePrograms(
    played.filter((_, number) => !messages.has(number)),
    build,
  );
  return { right: others.right, wrong: [...wrong, ...others.wrong] };
}

/** Says what the compiler has to object, or null. */
function compile(
  sources: readonly string[],
  { jars, folder }: Pick<KotlinBuild<unknown>, "jars" | "folder">,
): string | null {
  const compiler = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
  const paths = ["-classpath", jars.join(":"), "-d", join(folder, "classes"), ...sources];
  return runJava([join(COMPILER, "lib/*")], compiler, [...OPTIONS, ...paths]).problem;
}

/** What programs did, by the name of the case, and what went wrong with all of them. */
export interface KotlinRuns<Run> {
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly problem: string | null;
}

/** Runs what was compiled. The harness writes a line of JSON for each run into the file that is its last argument. */
export function runPrograms<Run extends { readonly case: string }>(
  { jars, folder }: Pick<KotlinBuild<unknown>, "jars" | "folder">,
  args: readonly string[] = [],
): KotlinRuns<Run> {
  const output = join(folder, "output");
  rmSync(output, { force: true });
  const classPath = [join(folder, "classes"), jarOfCompiler("kotlin-stdlib"), ...jars];
  const { problem } = runJava(classPath, "MainKt", [...args, output]);
  const runs = new Map<string, Run[]>();
  // A JVM that was killed leaves half a line, if anything.
  const lines = existsSync(output) ? readFileSync(output, "utf8").split("\n").slice(0, -1) : [];
  for (const line of lines) {
    const run = JSON.parse(line) as Run;
    runs.set(run.case, [...(runs.get(run.case) ?? []), run]);
  }
  return { runs, problem };
}
