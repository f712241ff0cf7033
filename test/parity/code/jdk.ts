/** The JDK of this machine. */
import type { LeftOut } from "./code-check.ts";
import { type Outcome, run } from "./run-command.ts";

const LEAST_VERSION = 17;

/**
 * A JVM lives for a few seconds here: thorough compilation and concurrent collectors would cost more than they save.
 */
const SHORT_LIVED = ["-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];

/** Returns why `java` or `javac` can't be used here, or null if it can. */
export function missingInJdk(tool: "java" | "javac"): LeftOut | null {
  const { stdout, problem } = run(tool, ["--version"], 60);
  const major = Number(/\b(\d+)/.exec(stdout)?.[1] ?? 0);
  if (problem === null && major >= LEAST_VERSION) return null;
  const why = `a JDK of version ${LEAST_VERSION} or later is needed: no such \`${tool}\` was found`;
  return { why, unreachable: false };
}

/** Runs the `main` of a class, for at most 15 minutes. */
export function runJava(
  classPath: readonly string[],
  className: string,
  args: readonly string[],
): Outcome {
  return run("java", [...SHORT_LIVED, "-cp", classPath.join(":"), className, ...args], 900);
}
