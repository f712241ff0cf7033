/**
 * `npm run parity:code`: runs the programs that the page shows on the real libraries in virtual time, and compares them
 * with the page's runs, event for event.
 *
 * `--system NAME` checks only one of node, kotlin, reactive, pekko. Of each system it compares every scenario, ties in
 * time, and three random settings of each strategy. `--cases N` adds random settings until there are N cases, `--seed
 * N` (1) draws other random settings, and `--only TEXT` restricts all of these to cases whose name contains TEXT.
 * `--keep DIR` leaves sources and output in DIR. The command exits with 1 if any case failed. It prints what was left
 * out, which counts as failed if `java` and `mvn` are there and Maven reaches a repository.
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
  /** The programs that it checks, as they are named in the output. */
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
