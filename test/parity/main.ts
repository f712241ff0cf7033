/**
 * `npm run parity -- FILE...`: replays recordings of the real libraries and compares them entry for entry. It prints
 * the first difference of each failing case, ends with `N passed, M failed`, and exits with 1 if any failed.
 */
import { readFileSync } from "node:fs";
import { checkRecordings } from "./recordings.ts";

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write(
    "usage: npm run parity -- FILE...   (recordings, see test/parity/golden/README.md)\n",
  );
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const file of files) {
  try {
    for (const { id, problem } of checkRecordings(JSON.parse(readFileSync(file, "utf8")))) {
      if (problem === null) {
        passed++;
      } else {
        failed++;
        process.stdout.write(`${id}: ${problem}\n`);
      }
    }
  } catch (error) {
    failed++;
    process.stdout.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
