/** Maven, the Kotlin compiler that it brings, and the JVM that runs what was compiled. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const POM = join(import.meta.dirname, "pom.xml");
const COMPILER = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
const GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

export interface ClassPaths {
  /** The libraries that programs and harness run on. */
  readonly libraries: string;
  /** The compiler, with them. */
  readonly compiler: string;
}

/** What Maven has or loads of it, or why there is nothing. */
export function classPaths(into: string): ClassPaths | { readonly missing: string } {
  for (const tool of ["java", "mvn"]) {
    if (run(tool, ["-version"], 60) !== null) return { missing: `there is no ${tool}` };
  }
  const pathOf = (name: string, scope: string): string => {
    const file = join(into, name);
    const ask = ["-q", "-B", "-f", POM, GOAL, `-Dmdep.outputFile=${file}`, ...scopeOf(scope)];
    // What was loaded before needs no network.
    const problem = run("mvn", ["-o", ...ask], 300) === null ? null : run("mvn", ask, 600);
    if (problem !== null) throw new MavenFailed(problem);
    return readFileSync(file, "utf8").trim();
  };
  try {
    return { libraries: pathOf("libraries", "runtime"), compiler: pathOf("compiler", "") };
  } catch (error) {
    if (!(error instanceof MavenFailed)) throw error;
    return { missing: `Maven could not load the libraries: ${error.message.slice(0, 2000)}` };
  }
}

class MavenFailed extends Error {}

function scopeOf(scope: string): string[] {
  return scope === "" ? [] : [`-DincludeScope=${scope}`];
}

/** Compiles files and folders in one go. Says what the compiler has to object, or null. */
export function compile(
  { libraries, compiler }: ClassPaths,
  sources: readonly string[],
  into: string,
): string | null {
  const options = ["-nowarn", "-no-stdlib", "-no-reflect", "-jvm-target", "17"];
  const paths = ["-classpath", libraries, "-d", into, ...sources];
  return run("java", ["-Xmx2g", "-cp", compiler, COMPILER, ...options, ...paths], 900);
}

/** Runs `MainKt` of compiled classes. Says what went wrong, or null. */
export function runMain(
  { libraries }: ClassPaths,
  classes: string,
  args: readonly string[],
): string | null {
  return run("java", ["-Xmx2g", "-cp", `${classes}:${libraries}`, "MainKt", ...args], 600);
}

function run(command: string, args: readonly string[], seconds: number): string | null {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return null;
  const said = `${stdout ?? ""}${stderr ?? ""}`.trim();
  return `${command} ${error?.message ?? `ended with ${status}`}\n${said}`;
}
