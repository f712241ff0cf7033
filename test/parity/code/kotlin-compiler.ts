/** The Kotlin compiler: the one that Maven loads, or, without Maven, an older one from npm. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LeftOut } from "./code-check.ts";
import { KOTLIN_COMPILER } from "./libraries.ts";
import { jarsOf } from "./maven.ts";
import { run } from "./run-command.ts";

export interface KotlinCompiler {
  /** The class path with which the compiler runs. */
  readonly classPath: readonly string[];
  /** Kotlin's own library, in the compiler's version. */
  readonly stdlib: string;
}

const FROM_NPM = join(import.meta.dirname, "kotlin/node_modules/kotlin-compiler");

/** Finds the compiler, or loads it. Returns the reason if it can't. */
export function findCompiler(): KotlinCompiler | LeftOut {
  const jars = jarsOf([KOTLIN_COMPILER], "with Kotlin's own");
  if ("why" in jars) return compilerOfNpm();
  const stdlib = jars.find((jar) => /\/kotlin-stdlib-[\d.]+\.jar$/.test(jar));
  if (stdlib === undefined) throw new Error(`no kotlin-stdlib among ${jars.join(", ")}`);
  return { classPath: jars, stdlib };
}

/** Returns the path of a library that comes with npm's compiler. */
export function jarOfNpm(name: string): string {
  return join(FROM_NPM, "lib", `${name}.jar`);
}

/** Installs npm's compiler if it isn't there yet. Returns the reason if it can't. */
export function compilerOfNpm(): KotlinCompiler | LeftOut {
  if (!existsSync(FROM_NPM)) {
    const { problem } = run("npm", ["ci", "--prefix", join(import.meta.dirname, "kotlin")], 600);
    const why = `the Kotlin compiler could not be installed: ${problem}`;
    if (problem !== null) return { why, unreachable: false };
  }
  return { classPath: [join(FROM_NPM, "lib/*")], stdlib: jarOfNpm("kotlin-stdlib") };
}
