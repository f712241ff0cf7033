/** The Kotlin compiler and what it compiled, run on the JDK of this machine. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const LIB = join(import.meta.dirname, "node_modules/kotlin-compiler/lib");
const COROUTINES = "kotlinx-coroutines-core-jvm";
/** Where what Maven has brought is kept, beside the compiler. */
const FROM_MAVEN = join(import.meta.dirname, "node_modules/from-maven");

/** Newer versions ask for it where a flow is wrapped; older ones don't know it. */
const OPT_IN = "-opt-in=kotlinx.coroutines.ExperimentalForInheritanceCoroutinesApi";

/** Whether there is a JDK (or a JRE) of version 17 or later. */
export function hasJava(): boolean {
  const { stderr, error } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const major = Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
  return error === undefined && major >= 17;
}

/** Installs the compiler, if it isn't there yet. */
export function installCompiler(): void {
  if (existsSync(LIB)) return;
  const problem = run("npm", ["ci", "--prefix", import.meta.dirname], 600);
  if (problem !== null) throw new Error(problem);
}

/** A library in a jar. */
export interface Library {
  readonly version: string;
  readonly jar: string;
}

/** Compiled classes and the library that they are run on. */
export interface Compiled {
  readonly classes: string;
  readonly coroutines: Library;
}

/** kotlinx.coroutines in that version; where Maven can't bring it, the one that came with the compiler. */
export function coroutinesOf(version: string): Library {
  const jar = join(FROM_MAVEN, `${COROUTINES}-${version}.jar`);
  if (existsSync(jar)) return { version, jar };
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy";
  const artifact = `-Dartifact=org.jetbrains.kotlinx:${COROUTINES}:${version}`;
  run("mvn", ["-q", "-B", goal, artifact, `-DoutputDirectory=${FROM_MAVEN}`], 300);
  if (existsSync(jar)) return { version, jar };
  return { version: "1.8.0", jar: join(LIB, `${COROUTINES}.jar`) };
}

/** Compiles files and folders in one go. Says what the compiler has to object, or null. */
export function compile(
  sources: readonly string[],
  { classes, coroutines }: Compiled,
): string | null {
  const compiler = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
  const options = [
    OPT_IN,
    "-nowarn",
    "-no-reflect",
    "-jvm-target",
    "17",
    "-kotlin-home",
    join(LIB, ".."),
  ];
  const paths = ["-classpath", coroutines.jar, "-d", classes, ...sources];
  return run("java", ["-Xmx2g", "-cp", join(LIB, "*"), compiler, ...options, ...paths], 900);
}

/** Runs `MainKt` of compiled classes. Says what went wrong, or null. */
export function runMain({ classes, coroutines }: Compiled, args: readonly string[]): string | null {
  const classPath = [classes, join(LIB, "kotlin-stdlib.jar"), coroutines.jar].join(":");
  return run("java", ["-Xmx2g", "-cp", classPath, "MainKt", ...args], 300);
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
