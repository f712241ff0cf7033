import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { note } from "../support/tally.ts";
import { type ChannelScript, replayChannelScript } from "./channel-script.ts";
import { firstDifference } from "./compare.ts";
import { checkRecordings } from "./recordings.ts";

const GOLDEN = join(import.meta.dirname, "golden");

function scriptsOf(file: string): ChannelScript[] {
  return JSON.parse(readFileSync(join(GOLDEN, file), "utf8")) as ChannelScript[];
}

describe.each([
  { file: "channel-scripts-core.json", cases: 300 },
  { file: "channel-scripts-full.json", cases: 500 },
])("$file", ({ file, cases }) => {
  test(`the engine does what kotlinx.coroutines did, in all ${cases} scripts`, () => {
    const results = checkRecordings(scriptsOf(file));
    note("recordings", results.length);
    expect(results).toHaveLength(cases);
    expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test("each script replays to the same entries a second time", () => {
    for (const script of scriptsOf(file).slice(0, 50)) {
      expect(replayChannelScript(script)).toEqual(replayChannelScript(script));
    }
  });
});

/** One producer, one consumer, two elements. */
const SCRIPT: ChannelScript = {
  id: "tiny",
  channels: [{ capacity: "1", onBufferOverflow: "SUSPEND" }],
  semaphores: [],
  coroutines: [
    {
      name: "c0",
      start: "root",
      ops: [
        ["send", 0, 1],
        ["send", 0, 2],
      ],
    },
    {
      name: "c1",
      start: "root",
      ops: [
        ["delay", 5],
        ["receive", 0],
        ["receive", 0],
      ],
    },
  ],
  until: 100,
  trace: [
    [0, "c0", 0, "ok"],
    [5, "c1", 0, "ok"],
    [5, "c1", 1, 1],
    [5, "c1", 2, 2],
    [5, "c0", 1, "ok"],
    [100, "root", -1, "completed"],
  ],
};

function altered(trace: ChannelScript["trace"]): ChannelScript {
  return { ...SCRIPT, trace };
}

/** Returns the trace of `SCRIPT` with the outcome of its entry `index` replaced. */
function withOutcome(index: number, outcome: string | number): ChannelScript["trace"] {
  return SCRIPT.trace.map((entry, i) =>
    i === index ? [entry[0], entry[1], entry[2], outcome] : entry,
  );
}

describe("the runner", () => {
  test("passes an unaltered recording", () => {
    expect(checkRecordings([SCRIPT])).toEqual([{ id: "tiny", problem: null }]);
  });

  test("reports the first difference of an altered recording", () => {
    expect(checkRecordings([altered(withOutcome(3, 7))])).toEqual([
      { id: "tiny", problem: 'entry 3: recorded [5,"c1",2,7], replayed [5,"c1",2,2]' },
    ]);
  });

  test("distinguishes a number from the same number as text, and one order from another", () => {
    const [, , first, second] = SCRIPT.trace as [unknown, unknown, unknown, unknown];
    expect(firstDifference([1], ["1"])).toMatchObject({ index: 0 });
    expect(firstDifference([first, second], [second, first])).toMatchObject({ index: 0 });
  });

  test("reports a recording that is longer than the replay, and one that is shorter", () => {
    const longer = [...SCRIPT.trace, [100, "c9", 0, "ok"]] as ChannelScript["trace"];
    expect(checkRecordings([altered(longer), altered(SCRIPT.trace.slice(0, -1))])).toEqual([
      { id: "tiny", problem: 'entry 6: recorded [100,"c9",0,"ok"], replayed (nothing more)' },
      {
        id: "tiny",
        problem: 'entry 5: recorded (nothing more), replayed [100,"root",-1,"completed"]',
      },
    ]);
  });

  test("finds every altered entry of a real script", () => {
    const script = scriptsOf("channel-scripts-core.json")[0] as ChannelScript;
    for (const index of script.trace.keys()) {
      const trace = script.trace.map((entry, i) =>
        i === index ? ([entry[0] + 1, entry[1], entry[2], entry[3]] as const) : entry,
      );
      const [result] = checkRecordings([{ ...script, trace }]);
      expect(result?.problem).toMatch(new RegExp(`^entry ${index}: `));
    }
  });

  test("goes on after a failing case", () => {
    const problems = checkRecordings([altered([]), SCRIPT, 5, null]).map(({ problem }) => problem);
    expect(problems.map((problem) => problem === null)).toEqual([false, true, false, false]);
  });

  test("names an unknown operation", () => {
    const ops = [["teleport", 0]] as const;
    const script = { ...SCRIPT, coroutines: [{ name: "c0", start: "root" as const, ops }] };
    expect(checkRecordings([script])[0]?.problem).toBe("unknown operation teleport");
  });

  test("reports an unknown format", () => {
    const [result] = checkRecordings([{ id: "odd", melody: [1, 2, 3] }]);
    expect(result).toMatchObject({ id: "odd" });
    expect(result?.problem).toContain("no replay for a recording of this form");
  });

  test("refuses anything but an array of cases", () => {
    expect(() => checkRecordings({ cases: [] })).toThrow(
      "a recording file is a JSON array of cases",
    );
  });
});

describe("npm run parity", () => {
  const folder = mkdtempSync(join(tmpdir(), "parity-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function fileOf(name: string, content: string): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  /** Runs the command as npm does. */
  function parity(...files: string[]): { status: number; lines: string[] } {
    const main = join(import.meta.dirname, "main.ts");
    const args = ["--import", "tsx", main, ...files];
    try {
      const output = execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" });
      return { status: 0, lines: output.trimEnd().split("\n") };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { status, lines: stdout.trimEnd().split("\n") };
    }
  }

  test("counts the cases that passed, and exits with 0", () => {
    const file = fileOf("good.json", JSON.stringify([SCRIPT, { ...SCRIPT, id: "again" }]));
    expect(parity(file)).toEqual({ status: 0, lines: ["2 passed, 0 failed"] });
  });

  test("prints each failing case, ends with the counts, and exits with 1", () => {
    const good = fileOf("one.json", JSON.stringify([SCRIPT]));
    const bad = fileOf("bad.json", JSON.stringify([altered(withOutcome(2, 9)), SCRIPT]));
    expect(parity(good, bad)).toEqual({
      status: 1,
      lines: ['tiny: entry 2: recorded [5,"c1",1,9], replayed [5,"c1",1,1]', "2 passed, 1 failed"],
    });
  });

  test("reports a missing file, and one that is not JSON, by name", () => {
    const broken = fileOf("broken.json", "{");
    const missing = join(folder, "missing.json");
    const { status, lines } = parity(broken, missing);
    expect(status).toBe(1);
    expect(lines[0]).toContain(broken);
    expect(lines[1]).toContain(missing);
    expect(lines.at(-1)).toBe("0 passed, 2 failed");
  });

  test("without files, exits with 2 and prints its usage", () => {
    expect(parity().status).toBe(2);
  });
});
