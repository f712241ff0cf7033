/** The Kotlin compiler: the newest that Maven serves; without Maven, the one that npm has. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LeftOut } from "./code-check.ts";
import { KOTLIN_COMPILER } from "./libraries.ts";
import { jarsOf } from "./maven.ts";
import { run } from "./run-command.ts";

export interface KotlinCompiler {
  /** What it runs on. */
  readonly classPath: readonly string[];
  /** Kotlin's own library, which goes with it. */
  readonly stdlib: string;
}

const FROM_NPM = join(import.meta.dirname, "kotlin/node_modules/kotlin-compiler");

/** Finds the compiler, or loads it. Says why it can't. */
export function findCompiler(): KotlinCompiler | LeftOut {
  const jars = jarsOf([KOTLIN_COMPILER], "with Kotlin's own");
  if ("why" in jars) return compilerOfNpm();
  const stdlib = jars.find((jar) => /\/kotlin-stdlib-[\d.]+\.jar$/.test(jar));
  if (stdlib === undefined) throw new Error(`no kotlin-stdlib among ${jars.join(", ")}`);
  return { classPath: jars, stdlib };
}

/** A library that came with npm's compiler. */
export function jarOfNpm(name: string): string {
  return join(FROM_NPM, "lib", `${name}.jar`);
}

/** Installs npm's compiler if it isn't there yet. Says why it can't. */
export function compilerOfNpm(): KotlinCompiler | LeftOut {
  if (!existsSync(FROM_NPM)) {
    const { problem } = run("npm", ["ci", "--prefix", join(import.meta.dirname, "kotlin")], 600);
    const why = `the Kotlin compiler could not be installed: ${problem}`;
    if (problem !== null) return { why, unreachable: false };
  }
  return { classPath: [join(FROM_NPM, "lib/*")], stdlib: jarOfNpm("kotlin-stdlib") };
}
