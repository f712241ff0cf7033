/** Keeps a result as data, as a table to read, and as the module from which the page quotes it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../code/run-command.ts";
import { type KeptResult, RESULT_FILE, resultText, TABLE_FILE } from "./kept-result.ts";
import { measurementsOf } from "./measurements.ts";
import { readRealClock } from "./real-clock.ts";
import { resultTable } from "./result-table.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PAGE_MODULE = join(ROOT, "src/scenarios/real-machine/measured.ts");

export function writeResult(result: KeptResult): void {
  writeFileSync(RESULT_FILE, resultText(result));
  writeFileSync(TABLE_FILE, resultTable(result));
  writeFileSync(PAGE_MODULE, pageModule(result));
  const { problem } = run(
    join(ROOT, "node_modules/.bin/biome"),
    ["format", "--write", PAGE_MODULE],
    60,
  );
  if (problem !== null) throw new Error(problem);
}

function pageModule(result: KeptResult): string {
  const data = JSON.stringify(measurementsOf(result, readRealClock()));
  return [
    "/**",
    " * What programs did on a real machine. Do not edit: `npm run real` writes it from docs/real.json and",
    " * test/parity/golden/real-clock.json, and a test holds it to them.",
    " */",
    'import type { Measurements } from "./measurement.ts";',
    "",
    `export const measurements: Measurements = ${data};`,
    "",
  ].join("\n");
}
