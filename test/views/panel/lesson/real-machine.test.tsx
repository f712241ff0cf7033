import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import {
  type MeasuredProgram,
  measurements,
  type RecordedProgram,
  type ScenarioId,
  scenarioOf,
} from "../../../../src/scenarios/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { rangeText, recordedText } from "../../../../src/views/panel/lesson/measured-text.ts";
import { RealMachine } from "../../../../src/views/panel/lesson/RealMachine.tsx";
import { allScenarios, catalogue } from "../../../support/everything.ts";
import { openPlayground, show } from "../../support.tsx";

afterEach(cleanup);

function open(scenario: ScenarioId, language: Language = "en"): string {
  cleanup();
  show(openPlayground("", language), <RealMachine scenario={scenarioOf(catalogue, scenario)} />);
  return document.body.textContent ?? "";
}

describe.each(LANGUAGES)("on a real machine: %s", (language) => {
  it.each(allScenarios.map(({ id }) => id))("%s says what its programs did", (id) => {
    const text = open(id, language);
    expect(text).not.toMatch(/[{}]|undefined|NaN/);
    expect(text).toContain(String(measurements.programs[id].length));
    expect(text).toContain("npm run real");
    expect(text).toMatch(/JDK 17|Node 20/);
  });
});

it("a recorded program is quoted with the range of its runs, their number and versions", () => {
  const text = open("log-processing");
  expect(text).toContain("324–350");
  expect(text).toContain("3,294–3,658");
  expect(text).toContain("5 runs on a real clock · JDK 17, kotlinx.coroutines 1.11.0, -Xmx2g");
  expect(open("sensor-data", "ko")).toContain("TEMP_01 499~500번, TEMP_02 0번");
  expect(open("fast-producer")).not.toContain("The program as written");
});

it("system overload says how much heap the elements take under each collector", () => {
  open("system-overload");
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows).toContain("G1, -Xmx1100m: out of memory after 547–548, 1,093–1,095 MiB of heap");
  expect(rows).toContain("Serial, -Xmx1100m: all fit, 996 MiB of heap");
});

describe("the shown programs", () => {
  const programOf = (scenario: ScenarioId, id: MeasuredProgram["strategy"]) =>
    measurements.programs[scenario].find(({ strategy }) => strategy === id) as MeasuredProgram;

  it("that print different numbers of lines are named, with both numbers and the reason", () => {
    const text = open("replenishing");
    const { lines } = programOf("replenishing", "pekko-buffer");
    const done = lines.find(({ line }) => line === "done");
    expect(text).toContain(`done …${done?.page} on this page, ${done?.real.join("–")} there`);
    expect(text).toContain("ticks every 10 ms");
    expect(text).toContain("Of the 6 programs shown here, run with the scenario’s own settings");
    expect(text).toContain("pekko-stream 1.7.0");
  });

  it("with the same reason are listed together, with the reason once", () => {
    const text = open("sensor-data");
    expect(text.split("Temperature and humidity are random")).toHaveLength(2);
    expect(text).toContain("As written… too hot: …");
    expect(text).toContain("A slot for each sensor… too hot: …");
  });

  it("need no reasons if all of them do what the page does", () => {
    const text = open("node-streams");
    expect(text).toContain("The 7 programs shown here");
    const [opened] = measurements.programs["node-streams"] as [MeasuredProgram];
    const [{ page, real }] = opened.lines as [MeasuredProgram["lines"][number]];
    // Of all of them, the one that the lesson opens with is described.
    expect(text.match(/on this page,/g)).toHaveLength(opened.lines.length);
    expect(text).toContain(`full at …${page} on this page, ${rangeText(real, "en")} there`);
    expect(text).toContain("Node 20");
  });

  it("are in the table with every line that they print", () => {
    open("akka");
    const programs = measurements.programs.akka;
    const rows = screen.getAllByRole("row", { hidden: true }).slice(1);
    expect(rows).toHaveLength(programs.flatMap(({ lines }) => lines).length);
    for (const { strategy } of programs) {
      expect(rows.map((row) => row.textContent).join()).toContain(
        strategyOf(catalogue, strategy).name.en,
      );
    }
  });
});

describe("ranges", () => {
  it("are one number if both ends are written alike", () => {
    expect(rangeText([3, 3], "en")).toBe("3");
    expect(rangeText([1000, 2000], "ko")).toBe("1,000~2,000");
    expect(rangeText([78.39, 78.61], "en")).toBe("78.4–78.6");
    expect(rangeText([78.41, 78.43], "en")).toBe("78.4");
  });

  it("of a list are given one by one, or by its length and ends", () => {
    const figures: RecordedProgram["figures"] = {
      n: [1, 2],
      list: [
        [3, 3],
        [4, 5],
      ],
    };
    const program = { runs: 2, figures };
    expect(recordedText("{n}: {list}; {listCount} {listFirst} {listLast}", program, "en")).toBe(
      "1–2: 3, 4–5; 2 3 4–5",
    );
  });
});
