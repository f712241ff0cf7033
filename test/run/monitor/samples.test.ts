/** The history of a run as a table: few enough rows, none missing, and CSV that any reader can read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  csvOf,
  figuresAt,
  MOST_SAMPLES,
  Recording,
  sampleColumns,
  sampleStepMs,
  samplesOf,
  sampleTimes,
} from "../../../src/run/index.ts";
import { csvField } from "../../../src/run/monitor/samples.ts";
import { catalogue } from "../../support/everything.ts";
import { anyRun } from "../../support/random-specs.ts";
import { recorded, specOf } from "../../support/runs.ts";

/** A reader of RFC 4180, letter by letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quoted && letter === '"' && text[at + 1] === '"') field += text[++at];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") {
      row.push(field);
      field = "";
    } else if (!quoted && letter === "\r" && text[at + 1] === "\n") {
      at++;
      rows.push([...row, field]);
      row = [];
      field = "";
    } else field += letter;
  }
  if (quoted || field !== "" || row.length > 0) throw new Error("the last line has no end");
  return rows;
}

describe("samples", () => {
  test.each([
    [1, 20],
    [5, 100],
    [10, 200],
    [30, 500],
    [60, 1_000],
    [61, 2_000],
    [600, 10_000],
  ])("of %i s are %i ms apart", (durationS, stepMs) => {
    expect(sampleStepMs(durationS * 1000)).toBeCloseTo(stepMs, 9);
  });

  test("are at most 60, at equal distances, and the end of the run is one", () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 0, max: 4000 }), (spec, untilMs) => {
        const recording = recorded(spec);
        const times = sampleTimes(recording, untilMs);
        expect(times.length).toBeLessThanOrEqual(MOST_SAMPLES);
        for (const timeMs of times) expect(timeMs).toBeLessThanOrEqual(untilMs);
        if (untilMs >= recording.lastMs && recording.lastMs > 0) {
          expect(times.at(-1)).toBe(recording.lastMs);
        }
        const stepMs = sampleStepMs(recording.durationMs);
        for (const [index, timeMs] of times.slice(0, -1).entries()) {
          expect(timeMs).toBeCloseTo((index + 1) * stepMs, 6);
        }
      }),
    );
  });

  test("of a run that goes on end with the last full distance", () => {
    const recording = new Recording(catalogue, specOf());
    recording.advanceTo(3_700);
    expect(sampleTimes(recording, 3_700)).toEqual([1_000, 2_000, 3_000]);
    expect(sampleTimes(recording, 999)).toEqual([]);
  });
});

describe("CSV", () => {
  test("any text comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (fields) => {
        expect(readCsv(`${fields.map(csvField).join(",")}\r\n`)).toEqual([fields]);
      }),
    );
  });

  test("has units in its head, a row a sample, and the numbers of the samples", () => {
    const recording = recorded({ strategy: "drop-oldest" });
    const times = sampleTimes(recording, 12_000);
    const [head, ...rows] = readCsv(csvOf(samplesOf(recording, times)));
    expect(head).toEqual(sampleColumns.map(({ name }) => name));
    for (const name of head ?? []) expect(name).toMatch(/ \((s|ms|%|elements|elements\/s)\)$/);
    expect(rows.map(([time]) => Number(time))).toEqual(times.map((ms) => ms / 1000));
    const column = (name: string) => (rows.at(-1) ?? [])[head?.indexOf(name) ?? -1];
    const { counts, recent, depth } = figuresAt(recording, 12_000);
    expect(column("dropped (elements)")).toBe(String(counts.dropped));
    expect(column("depth (elements)")).toBe(String(depth));
    expect(column("loss (%)")).toBe(recent.lossPercent.toFixed(2));
    expect(column("wait p99 (ms)")).toBe(String(recent.waits.p99));
    expect(column("capacity (elements)")).toBe("8");
  });

  test("leaves out what there is not", () => {
    const recording = recorded({ strategy: "unlimited", values: { consumerDelayMs: 60_000 } });
    const [head, row] = readCsv(csvOf(samplesOf(recording, [10])));
    expect(row?.[head?.indexOf("capacity (elements)") ?? -1]).toBe("");
    expect(row?.[head?.indexOf("wait p50 (ms)") ?? -1]).toBe("");
  });
});
