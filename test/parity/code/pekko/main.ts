/**
 * Compares the Java that the page shows with the page's runs. `--cases N` how many at least (40), `--seed N` of the random ones
 * (1), `--only TEXT` those whose name holds it, `--keep DIR` leaves programs and output there. Exits 1 if any failed.
 */
import { parseArgs } from "node:util";
import { checkPekko } from "./index.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});
const { passed, failed, skipped } = await checkPekko({
  ...values,
  cases: Number(values.cases),
  seed: Number(values.seed),
});
if (skipped !== null) process.stdout.write(`skipped: ${skipped}\n`);
for (const { name, why } of failed) process.stdout.write(`${name}: ${why}\n`);
process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
if (failed.length > 0) process.exitCode = 1;
