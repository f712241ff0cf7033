/** The Kotlin compiler and what it compiled, run on the JDK of this machine. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const LIB = join(import.meta.dirname, "node_modules/kotlin-compiler/lib");
const COROUTINES = join(LIB, "kotlinx-coroutines-core-jvm.jar");

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

/** Compiles files and folders in one go. Says what the compiler has to object, or null. */
export function compile(sources: readonly string[], into: string): string | null {
  const compiler = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
  const options = ["-nowarn", "-no-reflect", "-jvm-target", "17", "-kotlin-home", join(LIB, "..")];
  const paths = ["-classpath", COROUTINES, "-d", into, ...sources];
  return run("java", ["-Xmx2g", "-cp", join(LIB, "*"), compiler, ...options, ...paths], 900);
}

/** Runs `MainKt` of compiled classes. Says what went wrong, or null. */
export function runMain(classes: string, args: readonly string[]): string | null {
  const classPath = [classes, join(LIB, "kotlin-stdlib.jar"), COROUTINES].join(":");
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
