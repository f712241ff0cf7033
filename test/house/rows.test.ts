/**
 * Rows are interpreted in one place, `src/run/replay`. Who else names their kinds is listed here, each with its reason:
 * everybody else is told what rows mean, or finds them by it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

const ALLOWED: Readonly<Record<string, string>> = {
  "run/event-steps.ts": "which rows are one event to a reader who steps",
  "run/history.ts": "how many rows of each kind there are, for the bound of memory",
  "run/lifeline.ts": "a row as an object, with its kind for whoever says it in words",
  "run/log-bytes.ts": "how many rows of each kind there are bounds what logs take",
  "run/moves.ts": "from where to where a single row takes its element",
  "run/replay/replay.ts": "the one interpretation",
  "run/transcript.ts": "the lines that a program prints are rows",
  "views/panel/events/EventsPanel.tsx": "each event of the log in words",
  "views/panel/events/event-text.ts": "each event of the log in words",
  "views/stage/lanes/life-text.ts": "the life of an element in words",
};

test("the kinds of rows are named only where rows are interpreted, counted, or said in words", () => {
  const naming = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^(run|store|views|scenarios)\/.*\.tsx?$/.test(file))
    .filter((file) => /\bRowKind\b|\bkindAt\b/.test(readFileSync(join(SRC, file), "utf8")));
  expect(naming.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
});
