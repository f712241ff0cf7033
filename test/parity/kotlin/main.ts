/**
 * `npm run parity:kotlin`: the Kotlin that the page shows, against the real library.
 *
 * `--cases N` how many at least (120), `--seed N` of the random ones (1), `--only TEXT` those whose name holds it,
 * `--keep DIR` leaves sources and output there. Exits 1 if any failed, 2 without a JDK.
 */
import { parseArgs } from "node:util";
import { checkKotlin } from "./check.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});

const { passed, failed, skipped } = await checkKotlin({
  ...values,
  cases: Number(values.cases),
  seed: Number(values.seed),
});
for (const { name, why } of failed) process.stdout.write(`${name}: ${why}\n`);
if (skipped !== null) process.stderr.write(`parity:kotlin: ${skipped}.\n`);
process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
if (failed.length > 0) process.exitCode = 1;
else if (passed === 0) process.exitCode = 2;
