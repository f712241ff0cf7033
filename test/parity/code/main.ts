/**
 * `npm run parity:code`: the programs that the page shows, run on the real libraries in virtual time, and compared with
 * the page's runs, event for event.
 *
 * `--system NAME` one of node, kotlin, reactive, pekko. Of each it takes every scenario, ties in time, and three random
 * settings of each strategy; `--cases N` takes more random ones until they are N together, `--seed N` others than those
 * of 1, `--only TEXT` those of all these whose name holds it. `--keep DIR` leaves sources and output there. Exits 1 if
 * any failed. What is left out is said; where `java` and `mvn` are there, and Maven reaches a repository, it counts as
 * failed.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CodeCheckOptions, CodeCheckResult } from "./code-check.ts";
import { checkKotlin } from "./kotlin/check.ts";
import { checkNode } from "./node/check.ts";
import { checkPekko } from "./pekko/check.ts";
import { checkReactive } from "./reactive/check.ts";
import { run } from "./run-command.ts";

interface CodeCheck {
  /** Whose programs. */
  readonly what: string;
  readonly check: (options: CodeCheckOptions) => Promise<CodeCheckResult>;
}

const CHECKS: Readonly<Record<string, CodeCheck>> = {
  node: { what: "JavaScript on Node.js: Node and Web streams", check: checkNode },
  kotlin: { what: "Kotlin on kotlinx.coroutines: channels and flows", check: checkKotlin },
  reactive: { what: "Kotlin on RxJava and Reactor", check: checkReactive },
  pekko: { what: "Java on Pekko Streams", check: checkPekko },
};

const { values } = parseArgs({
  options: {
    system: { type: "string", default: "" },
    cases: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});

const names = values.system === "" ? Object.keys(CHECKS) : [values.system];
let passed = 0;
let failed = 0;
for (const name of names) {
  const known = CHECKS[name];
  if (known === undefined) {
    process.stderr.write(
      `--system ${name}: no such system; known are ${Object.keys(CHECKS).join(", ")}\n`,
    );
    process.exit(2);
  }
  const result = await known.check({
    seed: Number(values.seed),
    cases: Number(values.cases),
    only: values.only,
    keep: values.keep === "" ? "" : join(values.keep, name),
  });
  for (const { name: id, why } of result.failed) process.stdout.write(`${id}: ${why}\n`);
  process.stdout.write(`${known.what}: ${result.passed} as shown, ${result.failed.length} not\n`);
  passed += result.passed;
  failed += result.failed.length;
  if (result.skipped === null) continue;
  const { why, unreachable } = result.skipped;
  process.stdout.write(`  left out: ${why}\n`);
  if (!unreachable && ["java", "mvn"].every(isThere)) failed++;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function isThere(tool: string): boolean {
  return run(tool, ["-version"], 60).problem === null;
}
