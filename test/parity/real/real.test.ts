/** The kept results of the real runs are about the current programs, and the page quotes exactly these results. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { initialValues, printedLines, Recording } from "../../../src/run/index.ts";
import { isAsMany, measurements, type Scenario, scenarioOf } from "../../../src/scenarios/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { onNode } from "./build.ts";
import { comparedAnew, resultOf } from "./count-lines.ts";
import {
  agrees,
  deviation,
  type ProgramResult,
  RESULT_FILE,
  readResult,
  resultText,
  TABLE_FILE,
} from "./kept-result.ts";
import { lineNames, OTHER } from "./line-names.ts";
import { measurementsOf } from "./measurements.ts";
import { realCases, textHash, withoutSpaces } from "./real-cases.ts";
import { readRealClock } from "./real-clock.ts";
import { resultTable } from "./result-table.ts";
import { type RealRun, readRun, runSeveral } from "./run-several.ts";
import { writeResult } from "./write-result.ts";

const UPDATE = process.env["UPDATE"] === "docs";
const AGAIN = "run it again: npm run real -- --only";

/** Returns the kept results beside what the page's programs print now. */
function anew() {
  const kept = readResult();
  const programs = kept.programs.map((program) => {
    const realCase = realCases.find(
      ({ scenario, strategy }) => scenario === program.scenario && strategy === program.strategy,
    );
    return realCase === undefined ? program : comparedAnew(realCase, program);
  });
  return { ...kept, programs };
}

describe("docs/real.json", () => {
  const { programs, runs } = readResult();

  test("contains every scenario with every strategy, in their order", () => {
    const names = programs.map(({ scenario, strategy }) => `${scenario} ${strategy}`);
    expect(names).toEqual(realCases.map(({ id }) => id));
  });

  test("treats other line breaks as the same program, but not another string or another call", () => {
    const program = withoutSpaces('.toMat(Sink.foreach(i -> print("done " + i)), Keep.both())');
    const broken = '.toMat(\n    Sink.foreach(i -> print("done " + i)),\n    Keep.both())';
    expect(withoutSpaces(broken)).toBe(program);
    expect(withoutSpaces(broken.replace('"done "', '"done"'))).not.toBe(program);
    expect(withoutSpaces(broken.replace("both", "left"))).not.toBe(program);
  });

  test("is about the texts that the page shows now", () => {
    for (const [index, realCase] of realCases.entries()) {
      expect(programs[index]?.text, `${AGAIN} "${realCase.id}"`).toBe(textHash(realCase));
      expect(programs[index]?.untilMs, `${AGAIN} "${realCase.id}"`).toBe(realCase.untilMs);
    }
  });

  test("has the stated number of runs of each program, and no line that the page doesn't know", () => {
    for (const { ends, lines, scenario, strategy } of programs) {
      expect(ends).toHaveLength(runs);
      expect(lines.length, `${scenario} ${strategy}`).toBeGreaterThan(0);
      for (const { real, line } of lines) {
        expect(real).toHaveLength(runs);
        expect(line).not.toBe(OTHER);
      }
    }
  });

  test("has the current counts of the page's programs (UPDATE=docs writes them anew)", () => {
    const now = anew();
    if (UPDATE) writeResult(now);
    expect(readFileSync(RESULT_FILE, "utf8")).toBe(resultText(now));
  });

  test("agrees with docs/real.md and with what the page quotes", () => {
    const kept = readResult();
    expect(readFileSync(TABLE_FILE, "utf8")).toBe(resultTable(kept));
    if (!UPDATE) expect(measurements).toEqual(measurementsOf(kept, readRealClock()));
  });

  test("differs from the page only where a lesson explains it", () => {
    const differing = programs.filter((program) => !agrees(program));
    const isExplained = ({ scenario, strategy }: ProgramResult) =>
      scenarioOf(catalogue, scenario).realMachine?.differs?.some((each) =>
        each.strategies.includes(strategy),
      );
    const silent = differing.filter((program) => !isExplained(program));
    expect(silent.map(({ scenario, strategy }) => `${scenario} ${strategy}`)).toEqual([]);
    const offered = ({ strategies, realMachine }: Scenario) =>
      realMachine?.differs?.every((each) => each.strategies.every((id) => strategies.includes(id)));
    expect(allScenarios.filter((scenario) => offered(scenario) === false)).toEqual([]);
    // Nine in ten must agree; otherwise something is wrong with the programs or with the machine.
    expect(differing.length).toBeLessThan(programs.length / 10);
  });
});

describe("the recording of the text's programs", () => {
  const { programs, heaps } = measurements.recorded;

  test("is quoted by every lesson that has one, with figures that the recording contains", () => {
    const telling = allScenarios.filter(({ realMachine }) => realMachine?.recorded !== undefined);
    expect(telling.map(({ id }) => id).toSorted()).toEqual(Object.keys(programs).toSorted());
    expect(telling).toHaveLength(11);
    for (const { id, realMachine } of telling) {
      const figures = Object.keys(programs[id]?.figures ?? {});
      for (const text of Object.values(realMachine?.recorded ?? {}) as string[]) {
        const places = [...text.matchAll(/\{(\w+?)(?:Count|First|Last)?\}/g)];
        expect(places.length, id).toBeGreaterThan(0);
        for (const [, name] of places) expect(figures, id).toContain(name);
      }
    }
  });

  test("is quoted without a number that is typed by hand", () => {
    // These name what was recorded: the sensors, and the length of the run.
    const named = /\{\w+\}|TEMP_\d+|5 s|5초|첫 1초/g;
    for (const { realMachine } of allScenarios) {
      for (const text of Object.values(realMachine?.recorded ?? {})) {
        expect(text.replace(named, "")).not.toMatch(/\d/);
      }
    }
  });

  test("is the recording with which docs/model.md compares late timers", () => {
    const model = readFileSync(new URL("../../../docs/model.md", import.meta.url), "utf8");
    const errors = programs["log-processing"]?.figures["processedErrors"] ?? [];
    expect(model).toContain(`(${errors.join(" to ")} of 1,000)`);
  });

  test("has eight heaps, for the lesson whose program it does not contain", () => {
    expect(Object.keys(heaps)).toEqual(["system-overload"]);
    expect(heaps["system-overload"]).toHaveLength(8);
    expect(Object.keys(programs)).not.toContain("system-overload");
  });
});

describe("the name of a printed line", () => {
  test("is found for every line that the page prints", () => {
    for (const { scenario, strategy: id, values, untilMs, seed } of realCases) {
      const strategy = strategyOf(catalogue, id);
      const recording = new Recording(catalogue, {
        scenario,
        strategy: id,
        values: {},
        seed,
        interventions: [],
      });
      recording.advanceTo(untilMs);
      const nameOf = lineNames(strategy);
      for (const { line, text } of printedLines(
        recording,
        strategy,
        initialValues(catalogue, recording.spec),
      )) {
        expect(nameOf(text), `${scenario} ${id} ${JSON.stringify(values)}: ${text}`).toBe(line);
      }
    }
  });

  test("is that of the longer matching template, or `other`", () => {
    const nameOf = lineNames({
      lines: { any: "{0}", done: "done {0}", twice: "done {0} (again)" },
    });
    expect(["done 1", "done 1 (again)", "full"].map(nameOf)).toEqual(["done", "twice", "any"]);
    expect(lineNames({ lines: { done: "done {0}" } })("done.")).toBe(OTHER);
    expect(lineNames({ lines: { done: "a.b" } })("a-b")).toBe(OTHER);
  });
});

describe("a run", () => {
  test("is read from what its process wrote", () => {
    expect(readRun("3\tdone 1\n12\ta\tb\nend\tstopped\n")).toEqual({
      lines: [
        { timeMs: 3, text: "done 1" },
        { timeMs: 12, text: "a\tb" },
      ],
      end: "stopped",
    });
    expect(readRun("3\tdone 1\n")).toBeNull();
    expect(readRun("")).toBeNull();
  });

  test("of a program on Node has its lines with their times, and how it ended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "real-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const endless = "setInterval(() => {}, 5); console.log('one', { a: 1 });";
    const programs = [
      "setTimeout(() => console.log('done', 1), 20);",
      endless,
      "console.log('before'); throw new Error('no');",
    ].map((text, number) => {
      const path = join(folder, `${number}.mjs`);
      writeFileSync(path, text);
      return { ...onNode(path), untilMs: 400 };
    });
    const runs: RealRun[] = [];
    await runSeveral(programs, 1, folder, (index, run) => {
      runs[index] = run;
    });
    expect(runs.map(({ end }) => end)).toEqual(["completed", "stopped", "exit code 1"]);
    const texts = runs.map(({ lines }) => lines.map(({ text }) => text));
    expect(texts).toEqual([["done 1"], ["one { a: 1 }"], ["before"]]);
    expect(runs[0]?.lines[0]?.timeMs).toBeGreaterThanOrEqual(19);
  });

  test("that writes no end is reported with its command", async () => {
    const program = { command: process.execPath, args: ["-e", "0"], untilMs: 10 };
    await expect(runSeveral([program], 1, tmpdir(), () => {})).rejects.toThrow("wrote no end");
  });

  test("is counted up to the end of its case, by the names of lines, beside the page", () => {
    const realCase = realCases.find(({ id }) => id === "fast-producer try-send");
    if (realCase === undefined) throw new Error("no such case");
    const at = (timeMs: number, text: string) => ({ timeMs, text });
    const done = (n: number) => `done ${n}, waiting 8`;
    const lines = [at(0, done(0)), at(12_000, done(1)), at(12_001, done(2)), at(5, "what?")];
    const result = resultOf(
      realCase,
      [
        { lines, end: "stopped" },
        { lines: [], end: "completed" },
      ],
      true,
    );
    expect(result.lines.map(({ line, real }) => [line, ...real])).toEqual([
      ["done", 2, 0],
      ["dropped", 0, 0],
      [OTHER, 1, 0],
    ]);
    expect(result.ends).toEqual(["stopped", "completed"]);
    expect(agrees(result)).toBe(false);
    expect(comparedAnew(realCase, result)).toEqual(result);
    const kept = { ...readResult(), programs: [result] };
    expect(resultTable(kept)).toContain("| Refuse (trySend) † |");
    expect(resultTable({ ...kept, programs: [{ ...result, again: false }] })).not.toContain("†");
  });

  test("agrees with the page within 10 % or 3 lines", () => {
    expect([90, 100, 110].every((real) => isAsMany(real, 100))).toBe(true);
    expect([89, 111].some((real) => isAsMany(real, 100))).toBe(false);
    expect([0, 3, 6].map((real) => isAsMany(real, 3))).toEqual([true, true, true]);
    expect(isAsMany(7, 3)).toBe(false);
    const of = (page: number, ...real: number[]) => deviation({ line: "done", page, real });
    expect([of(100, 95, 80, 85), of(20, 30), of(0, 3, 11), of(100, 91)]).toEqual([
      "−20 %",
      "+50 %",
      "+11 lines",
      null,
    ]);
  });
});
