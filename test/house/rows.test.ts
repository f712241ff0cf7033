/**
 * Rows are interpreted in one place, `src/run/replay`. The other files that name kinds of rows are listed here, each
 * with its reason. All others receive the meaning of rows (`Witness`), or find rows by it (`row-index.ts`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

const ALLOWED: Readonly<Record<string, string>> = {
  "run/event-steps.ts": "which rows form one event for a reader who steps",
  "run/history.ts": "counts the rows of each kind, for the bound on memory",
  "run/lifeline.ts":
    "returns a row as an object, with its kind for the files that put it into words",
  "run/log-bytes.ts": "computes the most bytes that logs take from the number of rows of each kind",
  "run/moves.ts": "the places between which a single row moves its element",
  "run/replay/replay.ts": "the one interpretation",
  "run/transcript.ts": "reads back the lines that a program prints, which are rows",
  "views/panel/events/EventsPanel.tsx": "puts each event of the log into words",
  "views/panel/events/event-text.ts": "puts each event of the log into words",
  "views/stage/lanes/life-text.ts": "puts the life of an element into words",
};

test("only files that interpret rows, count them or put them into words name kinds of rows", () => {
  const naming = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^(run|store|views|scenarios)\/.*\.tsx?$/.test(file))
    .filter((file) => /\bRowKind\b|\bkindAt\b/.test(readFileSync(join(SRC, file), "utf8")));
  expect(naming.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
});
