/** What elements take of a heap under each collector, against what byte arrays took on a real JVM. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CollectorId, collectorParam, g1RegionBytes } from "../../src/run/collectors.ts";
import { initialValues } from "../../src/run/index.ts";
import { heapSizeOf } from "../../src/run/memory.ts";
import { catalogue } from "../support/everything.ts";
import { recorded, specOf } from "../support/runs.ts";
import { note } from "../support/tally.ts";

const MIB = 1024 * 1024;

interface Filled {
  readonly arrays: number;
  readonly outOfMemory: boolean;
  readonly heapMiB: number;
}

const golden = (file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../parity/golden", file), "utf8"));

/** Up to 1,001 arrays of 1 MiB. */
const overload: { collector: string; maxHeap: string; runs: Filled[] }[] =
  golden("real-clock.json").heap;
/** As many arrays as there is room for. */
const full: { collector: string; maxHeapMiB: number; elementKiB: number; arrays: number[] }[] =
  golden("heap-fill.json").rows;

const mibOf = (maxHeap: string) =>
  Number.parseInt(maxHeap, 10) * (maxHeap.endsWith("g") ? 1024 : 1);

function heapOf(collector: string, heapMiB: number, elementKiB = 1024) {
  const given = collector.toLowerCase() as CollectorId;
  const size = heapSizeOf({ collector: given, heapMiB, elementKiB, gcMsPerGiB: 0 });
  return { ...size, most: Math.floor(size.limitBytes / size.elementBytes) };
}

function expectWithin2Percent(model: number, measured: number): void {
  expect(Math.abs(model / measured - 1)).toBeLessThan(0.02);
}

describe("1,001 arrays of 1 MiB on a real JVM", () => {
  test.each(overload.filter(({ collector }) => collector === "G1"))(
    "G1 with -Xmx$maxHeap: as many fit, and take as much, within 2 %",
    ({ maxHeap, runs }) => {
      const { elementBytes, most } = heapOf("G1", mibOf(maxHeap));
      for (const { arrays, outOfMemory, heapMiB } of runs) {
        expectWithin2Percent(Math.min(most, 1_001), arrays);
        expectWithin2Percent((Math.min(most, 1_001) * elementBytes) / MIB, heapMiB);
        expect(most < 1_001).toBe(outOfMemory);
      }
      note("recordings", runs.length);
    },
  );

  test.each(
    overload.filter(({ collector, runs }) => collector !== "G1" && runs[0]?.outOfMemory === false),
  )("$collector with -Xmx$maxHeap: as many fit, within 2 %", ({ collector, maxHeap, runs }) => {
    const { elementBytes, most } = heapOf(collector, mibOf(maxHeap));
    for (const { arrays, heapMiB } of runs) {
      expectWithin2Percent(Math.min(most, 1_001), arrays);
      expectWithin2Percent((Math.min(most, 1_001) * elementBytes) / MIB, heapMiB);
    }
    note("recordings", runs.length);
  });
});

describe("a heap filled to its last array", () => {
  test.each(full.filter(({ collector }) => collector !== "Parallel"))(
    "$collector, $maxHeapMiB MiB, arrays of $elementKiB KiB: as many fit, within 2 %",
    ({ collector, maxHeapMiB, elementKiB, arrays }) => {
      for (const each of arrays) {
        expectWithin2Percent(heapOf(collector, maxHeapMiB, elementKiB).most, each);
      }
      note("recordings", arrays.length);
    },
  );

  test("Parallel never holds more than the model says, and at 256 MiB at least 90 % of it", () => {
    for (const { collector, maxHeapMiB, elementKiB, arrays } of full) {
      if (collector !== "Parallel") continue;
      const { most } = heapOf(collector, maxHeapMiB, elementKiB);
      for (const each of arrays) {
        expect(each).toBeLessThan(most);
        if (maxHeapMiB === 256) expect(each).toBeGreaterThan(0.9 * most);
      }
    }
  });
});

test.each([
  [64, 1],
  [1_100, 1],
  [2_048, 1],
  [2_049, 2],
  // Printed by -XX:+PrintFlagsFinal of JDK 17.
  [3_072, 2],
  [4_096, 2],
  [5_120, 4],
  [8_192, 4],
  [200_000, 32],
])("in a heap of %i MiB a region of G1 has %i MiB", (heapMiB, regionMiB) => {
  expect(g1RegionBytes(heapMiB * MIB)).toBe(regionMiB * MIB);
});

test("a heap can be set to 8 GiB, and there three elements of 1 MiB share a region of 4 MiB", () => {
  const spec = specOf({ values: { heapMiB: 8_192, elementKiB: 1_024, collector: "g1" } });
  expect(initialValues(catalogue, spec)["heapMiB"]).toBe(8_192);
  expect(recorded(spec).elementBytes).toBe((4 * MIB) / 3);
});

test("without a collector elements take their bytes, and can have the whole heap", () => {
  expect(collectorParam.default).toBe("none");
  expect(heapOf("none", 100, 300)).toMatchObject({
    elementBytes: 300 * 1024,
    limitBytes: 100 * MIB,
  });
});
