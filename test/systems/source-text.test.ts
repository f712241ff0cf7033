import { expect, test } from "vitest";
import { at, busy, indented } from "../../src/systems/source-text.ts";
import { sourceTextOf } from "../../src/systems/source-text-of.ts";

const source = [
  "fun main() {",
  ...indented([
    at("send()", "producer.held"),
    "",
    at("pool { sleep(5) }", busy("worker", 5), "worker.gate"),
    at("sleep(x)", "worker.busy"),
  ]),
  "}",
];

test("the text is its lines, each ended by a newline, and empty lines are not indented", () => {
  expect(sourceTextOf({ source: () => source }, {}, "en").text).toBe(
    "fun main() {\n    send()\n\n    pool { sleep(5) }\n    sleep(x)\n}\n",
  );
});

test("a place has the numbers of its lines, from the top, and how long an actor stays at each", () => {
  expect([...sourceTextOf({ source: () => source }, {}, "en").places]).toEqual([
    ["producer.held", [{ line: 2, forMs: null }]],
    [
      "worker.busy",
      [
        { line: 4, forMs: 5 },
        { line: 5, forMs: null },
      ],
    ],
    ["worker.gate", [{ line: 4, forMs: null }]],
  ]);
});

test("the source depends on the values", () => {
  const strategy = { source: ({ ms }: Readonly<Record<string, unknown>>) => [`sleep(${ms})`] };
  expect(sourceTextOf(strategy, { ms: 7 }, "en").text).toBe("sleep(7)\n");
});
