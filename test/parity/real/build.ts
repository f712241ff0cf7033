/** Compiles the shown programs all at once, and says how each is started on the JVM or on Node. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strategyOf } from "../../../src/systems/index.ts";
import { catalogue } from "../../support/everything.ts";
import type { LeftOut } from "../code/code-check.ts";
import { compilePrograms } from "../code/compile-kotlin.ts";
import { missingInJdk } from "../code/jdk.ts";
import { findCompiler, type KotlinCompiler } from "../code/kotlin-compiler.ts";
import { COROUTINES, PEKKO, REACTOR, RXJAVA } from "../code/libraries.ts";
import { jarsOf } from "../code/maven.ts";
import { run } from "../code/run-command.ts";
import { shownClass, shownKotlin, shownText } from "../code/shown-text.ts";
import type { RealCase } from "./real-cases.ts";
import type { RealProgram } from "./run-several.ts";

const HARNESS = join(import.meta.dirname, "harness");

/** The JVM's default collector, named explicitly because small machines have another default. */
const COLLECTOR = "-XX:+UseG1GC";
/** Turns off Pekko's log, whose lines are not the program's. */
const QUIET = ["-Dpekko.loglevel=OFF", "-Dpekko.stdout-loglevel=OFF"];

/** The JVM's options for the heap, whose size the scenario sets. */
export const jvmOptions = (heapMiB: number | string) => [COLLECTOR, `-Xmx${heapMiB}m`];

/** The compiler, and the jars of the libraries. */
export interface Jars {
  readonly compiler: KotlinCompiler;
  readonly kotlin: readonly string[];
  readonly java: readonly string[];
}

/** Finds everything with which programs are compiled, or returns why something is missing. */
export function findJars(): Jars | LeftOut {
  const missing = missingInJdk("java") ?? missingInJdk("javac");
  if (missing !== null) return missing;
  const compiler = findCompiler();
  if ("why" in compiler) return compiler;
  const kotlin = jarsOf([COROUTINES, RXJAVA, REACTOR]);
  if ("why" in kotlin) return kotlin;
  const java = jarsOf([PEKKO]);
  if ("why" in java) return java;
  return { compiler, kotlin, java };
}

/** Compiles all the cases into `folder`. Returns how each is started. Throws if one does not compile. */
export function buildPrograms(
  cases: readonly RealCase[],
  jars: Jars,
  folder: string,
): readonly RealProgram[] {
  mkdirSync(folder, { recursive: true });
  const inLanguage = (language: string) =>
    cases.filter(({ strategy }) => strategyOf(catalogue, strategy).system.language === language);
  const [kotlin, java] = [inLanguage("kotlin"), inLanguage("java")];
  compileKotlin(kotlin, jars, folder);
  compileJava(java, jars, folder);
  const launcher = [join(folder, "classes"), jars.compiler.stdlib];
  const startOf = (realCase: RealCase, number: number): Pick<RealProgram, "command" | "args"> => {
    switch (strategyOf(catalogue, realCase.strategy).system.language) {
      case "kotlin": {
        const classPath = [...launcher, ...jars.kotlin];
        return onJvm(realCase, classPath, shownClass(kotlin.indexOf(realCase)));
      }
      case "java": {
        const classPath = [join(folder, "java-classes"), ...launcher, ...jars.java];
        return onJvm(realCase, classPath, `${javaPackage(java.indexOf(realCase))}.Main`);
      }
      default: {
        const program = join(folder, `shown${number}.mjs`);
        writeFileSync(program, shownText(realCase));
        return onNode(program);
      }
    }
  };
  return cases.map((realCase, number) => ({
    ...startOf(realCase, number),
    untilMs: realCase.untilMs,
  }));
}

const javaPackage = (number: number) => `shown${number}`;

/** Compiles the Kotlin programs together with the launcher, which starts the Java programs, too. */
function compileKotlin(
  cases: readonly RealCase[],
  { compiler, kotlin }: Jars,
  folder: string,
): void {
  const { wrong } = compilePrograms(
    cases.map((parityCase) => ({ parityCase, page: null })),
    {
      compiler,
      harness: HARNESS,
      jars: kotlin,
      folder,
      filesOf: (played) => played.map(({ parityCase }, number) => shownKotlin(parityCase, number)),
    },
  );
  if (wrong.length > 0) throw new Error(wrong.map(({ name, why }) => `${name} ${why}`).join("\n"));
}

function compileJava(cases: readonly RealCase[], { java }: Jars, folder: string): void {
  if (cases.length === 0) return;
  const files = cases.map((realCase, number) => {
    const path = join(folder, "java", javaPackage(number), "Main.java");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `package ${javaPackage(number)};\n\n${shownText(realCase)}`);
    return path;
  });
  const options = ["-nowarn", "-cp", java.join(":"), "-d", join(folder, "java-classes")];
  const { problem } = run("javac", [...options, ...files], 300);
  if (problem !== null) throw new Error(problem);
}

/** Returns how a JavaScript program is started. */
export function onNode(path: string): Pick<RealProgram, "command" | "args"> {
  return { command: process.execPath, args: ["--import", join(HARNESS, "launch.mjs"), path] };
}

function onJvm(
  { values }: RealCase,
  classPath: readonly string[],
  className: string,
): Pick<RealProgram, "command" | "args"> {
  const heap = jvmOptions(values["heapMiB"] as number);
  const options = [...heap, ...QUIET, "-cp", classPath.join(":")];
  return { command: "java", args: [...options, "launch.LaunchKt", className] };
}
