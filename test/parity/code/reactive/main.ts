/**
 * Compares the programs of RxJava and Reactor that the page shows with its runs. `--cases N` how many at least (100),
 * `--seed N` of the random ones (1), `--only TEXT` those whose name holds it, `--keep DIR` leaves sources and output
 * there. Exits 1 if any failed.
 */
import { parseArgs } from "node:util";
import { checkReactive } from "./index.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});
const { passed, failed, skipped } = await checkReactive({
  ...values,
  cases: Number(values.cases),
  seed: Number(values.seed),
});
if (skipped !== null) process.stdout.write(`skipped: ${skipped}\n`);
for (const { name, why } of failed) process.stdout.write(`${name}: ${why}\n`);
process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
if (failed.length > 0) process.exitCode = 1;
