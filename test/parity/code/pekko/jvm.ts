/** The JDK and the Maven of this machine: Pekko's classes, the harness, and the programs that run on both. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HARNESS = join(import.meta.dirname, "harness");

/** Pekko's classes as Maven has them, or why there are none. */
export function pekkoClassPath(into: string): { path: string } | { missing: string } {
  if (run("javac", ["-version"], 60) !== null) return { missing: "there is no javac" };
  if (run("mvn", ["-version"], 60) !== null) return { missing: "there is no mvn" };
  const file = join(into, "classpath");
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
  const ask = [
    "-q",
    "-B",
    "-f",
    join(import.meta.dirname, "pom.xml"),
    goal,
    `-Dmdep.outputFile=${file}`,
  ];
  // What was loaded before needs no network.
  const problem = run("mvn", ["-o", ...ask], 300) === null ? null : run("mvn", ask, 300);
  if (problem !== null) return { missing: `Maven could not load Pekko: ${problem.slice(0, 2000)}` };
  return { path: readFileSync(file, "utf8").trim() };
}

/** Compiles the harness. Its classes stand before Pekko's. */
export function compileHarness(pekko: string, into: string): string {
  const classes = join(into, "harness");
  mkdirSync(classes, { recursive: true });
  const sources = readdirSync(HARNESS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".java"))
    .map((path) => join(HARNESS, path));
  const problem = run("javac", ["-nowarn", "-cp", pekko, "-d", classes, ...sources], 300);
  if (problem !== null) throw new Error(problem);
  copyFileSync(join(HARNESS, "application.conf"), join(classes, "application.conf"));
  return `${classes}:${pekko}`;
}

/** Compiles and runs every program in `directory`. Returns what they print. */
export function runPrograms(classPath: string, directory: string): string {
  const result = spawn("java", ["-Xmx2g", "-cp", classPath, "parity.Run", directory], 900);
  const { status, stdout, stderr, error } = result;
  if (status !== 0) throw new Error(`java: ${error?.message ?? status}\n${stderr}`);
  return stdout;
}

function run(command: string, args: readonly string[], seconds: number): string | null {
  const { status, error, stdout, stderr } = spawn(command, args, seconds);
  if (status === 0) return null;
  return `${command} ${error?.message ?? `ended with ${status}`}\n${stdout ?? ""}${stderr ?? ""}`;
}

function spawn(command: string, args: readonly string[], seconds: number) {
  return spawnSync(command, args, {
    encoding: "utf8",
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
}
