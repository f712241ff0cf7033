/** Libraries as Maven has them on this machine, or loads them. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LeftOut } from "./code-check.ts";
import { type Outcome, run } from "./run-command.ts";

const CACHE = join(import.meta.dirname, "../../../node_modules/.cache/maven");
const GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

/** What Maven says of a repository from which nothing comes; of a library that none has it says "could not find". */
const NO_ANSWER = /could not transfer|failed to transfer/i;

/** Whether Kotlin's own libraries are wanted: they come with the compiler, in the version that goes with it. */
type OfKotlin = "without Kotlin's own" | "with Kotlin's own";

/** The jars of some libraries (`group:artifact:version`) and of what these need. */
export function jarsOf(
  libraries: readonly string[],
  ofKotlin: OfKotlin = "without Kotlin's own",
): readonly string[] | LeftOut {
  const pom = pomOf(libraries, ofKotlin);
  const folder = join(CACHE, createHash("sha256").update(pom).digest("hex").slice(0, 16));
  const list = join(folder, "class-path");
  // What Maven has told once needs no Maven while the jars are there.
  const known = jarsIn(list);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pom.xml"), pom);
  const ask = ["-q", "-B", "-f", join(folder, "pom.xml"), GOAL, `-Dmdep.outputFile=${list}`];
  // What was loaded before needs no network. With it a failure of an earlier time is no answer.
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

/** The jars of a list that Maven has written; null if it is not there, or one of them no longer is. */
function jarsIn(list: string): readonly string[] | null {
  if (!existsSync(list)) return null;
  const jars = readFileSync(list, "utf8").trim().split(":");
  return jars.every((jar) => existsSync(jar)) ? jars : null;
}

/** Why there are no such libraries, from what `mvn` came to. */
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
