/**
 * Runs the JavaScript that the page shows on the Node that runs this, on virtual time, and compares it with the page's
 * runs. `--cases N` random ones of each strategy (3), `--seed N` of them (1), `--only TEXT` cases whose name holds it,
 * `--keep DIR` leaves the programs there. Exits 1 if any failed.
 */
import { parseArgs } from "node:util";
import { checkNode } from "./check.ts";

const { values: options } = parseArgs({
  options: {
    cases: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});

const { passed, failed, skipped } = await checkNode({
  seed: Number(options.seed),
  cases: Number(options.cases),
  only: options.only,
  keep: options.keep,
});
for (const { name, why } of failed) process.stdout.write(`${name}: ${why}\n`);
if (skipped !== null) process.stdout.write(`${skipped}\n`);
process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
