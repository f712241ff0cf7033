/** Libraries that Maven has on this machine, or loads. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LeftOut } from "./code-check.ts";
import { type Outcome, run } from "./run-command.ts";

const CACHE = join(import.meta.dirname, "../../../node_modules/.cache/maven");
const GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

/**
 * Maven's message if a repository does not answer. If no repository has a library, it says "could not find" instead.
 */
const NO_ANSWER = /could not transfer|failed to transfer/i;

/** Whether to include Kotlin's own libraries, which otherwise come with the compiler, in its version. */
type OfKotlin = "without Kotlin's own" | "with Kotlin's own";

/** Returns the jars of `libraries` (`group:artifact:version`) and their dependencies, or why they can't be had. */
export function jarsOf(
  libraries: readonly string[],
  ofKotlin: OfKotlin = "without Kotlin's own",
): readonly string[] | LeftOut {
  const pom = pomOf(libraries, ofKotlin);
  const folder = join(CACHE, createHash("sha256").update(pom).digest("hex").slice(0, 16));
  const list = join(folder, "class-path");
  // A list that Maven has written once needs no Maven while the jars are there.
  const known = jarsIn(list);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pom.xml"), pom);
  const ask = ["-q", "-B", "-f", join(folder, "pom.xml"), GOAL, `-Dmdep.outputFile=${list}`];
  // Libraries that were loaded before need no network. Online, -U retries what failed earlier.
  const offline = run("mvn", ["-o", ...ask], 300);
  const { problem, isMissing } =
    offline.problem === null ? offline : run("mvn", ["-U", ...ask], 600);
  return jarsIn(list) ?? leftOut(libraries, { problem, isMissing });
}

const NONE_OF_KOTLIN =
  "<exclusions><exclusion><groupId>org.jetbrains.kotlin</groupId><artifactId>*</artifactId></exclusion></exclusions>";

function pomOf(libraries: readonly string[], ofKotlin: OfKotlin): string {
  const dependencies = libraries.map((library) => {
    const [group, artifact, version] = library.split(":");
    return [
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`,
      ofKotlin === "without Kotlin's own" ? NONE_OF_KOTLIN : "",
      "</dependency>",
    ].join("");
  });
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
    "<groupId>parity</groupId><artifactId>parity</artifactId><version>1</version>",
    `<dependencies>${dependencies.join("\n")}</dependencies></project>`,
  ].join("\n");
}

/** Returns the jars of a list that Maven has written, or null if the list or one of its jars is missing. */
function jarsIn(list: string): readonly string[] | null {
  if (!existsSync(list)) return null;
  const jars = readFileSync(list, "utf8").trim().split(":");
  return jars.every((jar) => existsSync(jar)) ? jars : null;
}

/** Returns why `libraries` are not there, judging by the outcome of `mvn`. */
export function leftOut(
  libraries: readonly string[],
  { problem, isMissing }: Pick<Outcome, "problem" | "isMissing">,
): LeftOut {
  const names = libraries.join(", ");
  if (isMissing) return { why: `there is no \`mvn\` to load ${names}`, unreachable: false };
  if (problem !== null && NO_ANSWER.test(problem)) {
    const why = `Maven reaches no repository, and has not loaded before: ${names}`;
    return { why, unreachable: true };
  }
  return { why: `Maven could not load ${names}: ${problem?.slice(0, 2000)}`, unreachable: false };
}
