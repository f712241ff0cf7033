import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { note } from "../support/tally.ts";
import { checkRecordings } from "./recordings.ts";

test.each([
  ["programs-default.json", 12],
  ["programs-varied.json", 96],
])("%s: the page's strategies do what the text's programs did, in all %d runs", (file, runs) => {
  const text = readFileSync(join(import.meta.dirname, "golden", file), "utf8");
  const results = checkRecordings(JSON.parse(text));
  note("recordings", results.length);
  expect(results).toHaveLength(runs);
  expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
});
