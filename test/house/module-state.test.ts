/**
 * No module below the views holds state: whatever is loaded, recorded or set is a value that is passed around. What is
 * derived from a trace may be cached in a WeakMap with the trace as its key, because it is the same for every reader.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layersBelow, SRC } from "./layers.ts";

/** Matches a variable that can be reassigned, or a collection whose type lets anybody change it. */
const STATE = [
  /^(?:export )?(?:let|var)\s/,
  /^(?:export )?const \w+(?:: (?!Readonly|readonly)[^=]+?)? =\s+(?:new (?:Map|Set|Array)\b|\[\]|\{\};)/,
  /^ {2}(?:(?:private|protected|public|override) )*static (?!readonly )#?\w+(?:: [^=(]+)? = /m,
];

/** The top-level statements of a module, each with everything up to the next. */
function statementsOf(text: string): string[] {
  return text.split(/\n(?=[a-z/])/);
}

function stateIn(text: string): string[] {
  return statementsOf(text).filter((statement) => STATE.some((form) => form.test(statement)));
}

test.each([
  "const loaded = new Map<string, Strategy>(\n  plain,\n);",
  "export const loaded: Map<string, Strategy> = new Map();",
  "const seen: Set<string> =\n  new Set();",
  "let current = 0;",
  "const rows: Row[] = [];",
  "class Registry {\n  static all = new Map();\n}",
])("this is state: %s", (text) => {
  expect(stateIn(text)).toEqual([text]);
});

test.each([
  'const OVER: ReadonlySet<string> = new Set(["ended"]);',
  "const NOBODY: readonly Entry[] = [];",
  "const logs = new WeakMap<Trace, RowLog>();",
  "function counts() {\n  const counted = new Map();\n  let sum = 0;\n}",
  "class Job {\n  static root(dispatcher: Dispatcher): Job {\n    return new Job();\n  }\n}",
])("this is not state: %s", (text) => {
  expect(stateIn(text)).toEqual([]);
});

test.each(layersBelow("views"))("no module of %s holds state", (layer) => {
  const files = readdirSync(join(SRC, layer), { recursive: true, encoding: "utf8" });
  const modules = files.filter((file) => file.endsWith(".ts"));
  expect(modules.length).toBeGreaterThan(1);
  const found = modules.flatMap((file) =>
    stateIn(readFileSync(join(SRC, layer, file), "utf8")).map((statement) => [file, statement]),
  );
  expect(found).toEqual([]);
});
