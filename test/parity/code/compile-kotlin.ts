/** Compiles Kotlin programs all at once, and runs them on the JVM. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlayedCase } from "./code-cases.ts";
import type { Failure } from "./code-check.ts";
import { runJava } from "./jdk.ts";
import type { KotlinCompiler } from "./kotlin-compiler.ts";

const OPTIONS = [
  // Newer versions of kotlinx.coroutines require it to wrap a flow; older ones ignore it.
  "-opt-in=kotlinx.coroutines.ExperimentalForInheritanceCoroutinesApi",
  "-nowarn",
  // Kotlin's own library is on the class path like any other.
  "-no-stdlib",
  "-no-reflect",
  "-jvm-target",
  "17",
];

export interface KotlinFile {
  readonly path: string;
  readonly text: string;
}

/** Everything with which programs are compiled. */
export interface KotlinBuild<Page> {
  readonly compiler: KotlinCompiler;
  /** The folder of the sources that run the programs. */
  readonly harness: string;
  /** The libraries, without Kotlin's own. */
  readonly jars: readonly string[];
  /** The folder for sources, classes and output. */
  readonly folder: string;
  /** Returns the sources of all cases. That of case number 7 is a `Program.kt` in a folder whose name ends with 7. */
  filesOf(played: readonly PlayedCase<Page>[]): readonly KotlinFile[];
}

type Compiled = Pick<KotlinBuild<unknown>, "compiler" | "jars" | "folder">;

export interface KotlinProgramsCompiled<Page> {
  readonly right: readonly PlayedCase<Page>[];
  /** The programs that do not compile. */
  readonly wrong: readonly Failure[];
}

/** Compiles everything at once. If some programs do not compile, notes them and compiles the others. */
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
      // Of several messages about a program, the first one is kept.
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

/** Returns the compiler's error messages, or null if there are none. */
function compile(sources: readonly string[], { compiler, jars, folder }: Compiled): string | null {
  const classPath = [compiler.stdlib, ...jars].join(":");
  const paths = ["-classpath", classPath, "-d", join(folder, "classes"), ...sources];
  const main = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
  return runJava(compiler.classPath, main, [...OPTIONS, ...paths]).problem;
}

/** What programs did, by the name of the case, and the problem that stopped all of them, or null. */
export interface KotlinRuns<Run> {
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly problem: string | null;
}

/** Runs the compiled programs. The harness writes a line of JSON per run into the file that is its last argument. */
export function runPrograms<Run extends { readonly case: string }>(
  { compiler, jars, folder }: Compiled,
  args: readonly string[] = [],
): KotlinRuns<Run> {
  const output = join(folder, "output");
  rmSync(output, { force: true });
  const classPath = [join(folder, "classes"), compiler.stdlib, ...jars];
  const { problem } = runJava(classPath, "MainKt", [...args, output]);
  const runs = new Map<string, Run[]>();
  // A JVM that was killed may leave an unfinished line.
  const lines = existsSync(output) ? readFileSync(output, "utf8").split("\n").slice(0, -1) : [];
  for (const line of lines) {
    const run = JSON.parse(line) as Run;
    runs.set(run.case, [...(runs.get(run.case) ?? []), run]);
  }
  return { runs, problem };
}
