/** The harness that compiles and runs Java programs on Pekko. */
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runJava } from "../jdk.ts";
import { run } from "../run-command.ts";

const HARNESS = join(import.meta.dirname, "harness");

/** Compiles the harness. Returns the class path, on which its classes come before Pekko's. */
export function compileHarness(jars: readonly string[], into: string): readonly string[] {
  const classes = join(into, "harness");
  mkdirSync(classes, { recursive: true });
  const sources = readdirSync(HARNESS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".java"))
    .map((path) => join(HARNESS, path));
  const options = ["-nowarn", "-cp", jars.join(":"), "-d", classes];
  const { problem } = run("javac", [...options, ...sources], 300);
  if (problem !== null) throw new Error(problem);
  copyFileSync(join(HARNESS, "application.conf"), join(classes, "application.conf"));
  return [classes, ...jars];
}

/** Compiles and runs every program in `directory`. Returns the harness's output. */
export function runPrograms(classPath: readonly string[], directory: string): string {
  const { stdout, problem } = runJava(classPath, "parity.Run", [directory]);
  if (problem !== null) throw new Error(problem);
  return stdout;
}
