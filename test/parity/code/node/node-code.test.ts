/** The shown JavaScript on the Node that runs this, and programs that were changed. */
import { Duplex, Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../support/rounds.ts";
import { isNode20 } from "../../../support/stream-rows.ts";
import type { ParityCase } from "../code-cases.ts";
import { shownText } from "../shown-text.ts";
import { nodeCases } from "./cases.ts";
import { checkNode, differenceOf } from "./check.ts";
import { runPage } from "./page-program.ts";
import { runReal } from "./real-program.ts";

const ids = nodeCases.strategies.map(({ id }) => id);

test("on Node, the programs that the page shows do what its runs do, event for event", async ({
  annotate,
}) => {
  const cases = nodeCases.fixed.length + rounds(40, 10) * ids.length;
  const { passed, failed, skipped } = await checkNode({ seed: 1, cases, only: "", keep: "" });
  expect(failed).toEqual([]);
  if (skipped !== null) await annotate(skipped.why);
  if (isNode20) expect(passed).toBe(cases);
  else expect(passed).toBeGreaterThan(0);
});

describe.runIf(isNode20)("the difference of a program", () => {
  const byId = (id: string): ParityCase => {
    const found = nodeCases.fixed.find((each) => each.id === `node-streams ${id}`);
    if (found === undefined) throw new Error(`no case of ${id}`);
    return found;
  };

  test.each([
    ["node-write", "    await once(sink, 'drain');\n", ""],
    ["node-write", "highWaterMark: 4", "highWaterMark: 5"],
    ["node-write", "sleep(50)", "sleep(51)"],
    ["node-write", "'done', element", "'done', element + 1"],
    ["node-pipe", "source, transform, sink", "source, sink"],
    ["node-pipe", "}, 300);", "}, 299);"],
    ["web-write", "  await writer.ready;\n", ""],
    ["web-write", "await writer.close();", "throw new Error('no');"],
    ["web-pipe", "source.pipeThrough(transform)", "source"],
    ["web-pipe", "next === 40", "next === 41"],
  ])("is found: %s with %j changed", async (id, from, to) => {
    const parityCase = byId(id);
    const text = shownText(parityCase);
    expect(text).toContain(from);
    expect(await differenceOf(parityCase, "", text.replace(from, to))).not.toBeNull();
    expect(await differenceOf(parityCase)).toBeNull();
  });

  test("covers every kind of event", async () => {
    const runs = ids.map((id) => byId(id));
    const seen = new Set<string>();
    for (const parityCase of runs) {
      const { events } = await runReal(shownText(parityCase), parityCase.untilMs);
      expect(events.length).toBeGreaterThan(100);
      expect(events).toEqual(runPage(parityCase).events);
      for (const [, , what] of events) seen.add(what);
    }
    expect([...seen].sort()).toEqual([
      "drain",
      "false",
      "pause",
      "prints",
      "push",
      "resume",
      "sleeps",
      "write",
    ]);
  });
});

test("timers, console and streams are restored afterwards", async () => {
  const watched = () => [
    globalThis.setTimeout,
    Object.getOwnPropertyDescriptor(console, "log")?.value,
    Writable.prototype.write,
    Duplex.prototype.write,
    Readable.prototype.push,
    Readable.prototype.emit,
    WritableStreamDefaultWriter.prototype.write,
  ];
  const before = watched();
  const { events } = await runReal("console.log('one');", 10);
  expect(events).toEqual([[0, "program", "prints", "one"]]);
  expect(watched()).toEqual(before);
});
