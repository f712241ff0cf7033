import { Duplex, Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { isAllowed } from "../../../../src/params/index.ts";
import { paramsOf } from "../../../../src/run/index.ts";
import { allScenarios } from "../../../support/everything.ts";
import { rounds } from "../../../support/rounds.ts";
import { isNode20 } from "../../../support/stream-rows.ts";
import type { ParityCase } from "../kotlin/cases.ts";
import { ids, scenarioCases, tieCases } from "./cases.ts";
import { casesOf, checkNode, differenceOf } from "./check.ts";
import { runPage, shownProgram } from "./page-program.ts";
import { runReal } from "./real-program.ts";

const OPTIONS = { seed: 1, cases: 3, only: "", keep: "" };

describe("the cases", () => {
  test("hold every scenario with every strategy whose text is JavaScript, ties, and random settings", () => {
    const cases = casesOf(OPTIONS);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const offered = allScenarios.flatMap(({ id, strategies }) =>
      strategies.filter((each) => ids.includes(each)).map((each) => `${id} ${each}`),
    );
    expect(offered).toEqual(expect.arrayContaining(ids.map((id) => `node-streams ${id}`)));
    expect(scenarioCases().map(({ id }) => id)).toEqual(offered);
    for (const id of ids) {
      const own = cases.filter(({ strategy }) => strategy === id);
      expect(own.filter((each) => each.id.startsWith("random"))).toHaveLength(3);
      expect(own.some((each) => each.id.startsWith("tie"))).toBe(true);
    }
    for (const { strategy, values } of cases) {
      for (const param of paramsOf(strategy)) {
        expect(isAllowed(param, values[param.key] as number), param.key).toBe(true);
      }
    }
  });

  test("are the same for the same seed, others for another", () => {
    expect(casesOf(OPTIONS)).toEqual(casesOf(OPTIONS));
    expect(casesOf(OPTIONS)).not.toEqual(casesOf({ ...OPTIONS, seed: 2 }));
  });

  test("can be picked by their names", () => {
    const picked = casesOf({ ...OPTIONS, only: "web-pipe" });
    expect(picked.length).toBeGreaterThan(3);
    expect(picked.every(({ strategy }) => strategy === "web-pipe")).toBe(true);
  });
});

test("the programs that the page shows do on Node what its runs do, event for event", async ({
  annotate,
}) => {
  const { passed, failed, skipped } = await checkNode({ ...OPTIONS, cases: rounds(40, 10) });
  expect(failed).toEqual([]);
  if (skipped !== null) await annotate(skipped);
  expect(passed).toBeGreaterThan(isNode20 ? tieCases().length + 4 * 3 : 0);
});

describe.runIf(isNode20)("a program that is another", () => {
  const byId = (id: string): ParityCase => {
    const found = scenarioCases().find((each) => each.id === `node-streams ${id}`);
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
  ])("of %s, with %j changed, is found", async (id, from, to) => {
    const parityCase = byId(id);
    const text = shownProgram(parityCase);
    expect(text).toContain(from);
    expect(await differenceOf(parityCase, "", text.replace(from, to))).not.toBeNull();
    expect(await differenceOf(parityCase)).toBeNull();
  });

  test("every kind of event is compared", async () => {
    const runs = ids.map((id) => byId(id));
    const seen = new Set<string>();
    for (const parityCase of runs) {
      const { events } = await runReal(shownProgram(parityCase), parityCase.untilMs);
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

test("timers, console and streams are as before afterwards", async () => {
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
