import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntParam, intParam } from "../../../../src/params/index.ts";
import { paramsOf, scenarioValue } from "../../../../src/run/index.ts";
import { scenarioOf } from "../../../../src/scenarios/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { nearestStop, sliderStops } from "../../../../src/views/panel/settings/slider-stops.ts";
import { catalogue, allScenarios as scenarios } from "../../../support/everything.ts";
import { rounds } from "../../../support/rounds.ts";

const pageParams: readonly IntParam[] = paramsOf(strategyOf(catalogue, "bounded")).flatMap(
  (param) => (param.kind === "int" ? [param] : []),
);

function paramOf(min: number, width: number, scale: "linear" | "log"): IntParam {
  const text = { ko: "값", en: "value" };
  const max = min + width;
  return intParam({
    key: "value",
    link: "x",
    label: text,
    help: text,
    unit: "none",
    min,
    max,
    default: min,
    scale,
    change: "live",
  });
}

const anyParam: fc.Arbitrary<IntParam> = fc.oneof(
  fc.constantFrom(...pageParams),
  fc
    .tuple(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.constantFrom("linear" as const, "log" as const),
    )
    .map(([min, width, scale]) => paramOf(min, width, scale)),
);

describe("the stops of a slider", () => {
  it("are whole, ascending and distinct, from the least value to the largest", () => {
    fc.assert(
      fc.property(anyParam, (param) => {
        const stops = sliderStops(param);
        expect(stops[0]).toBe(param.min);
        expect(stops.at(-1)).toBe(param.max);
        expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
        expect(stops.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it("are few enough to go through by key", () => {
    for (const param of pageParams) expect(sliderStops(param).length).toBeLessThanOrEqual(110);
  });

  it("have themselves as their nearest stop, and no stop is nearer to a value than its nearest one", () => {
    fc.assert(
      fc.property(anyParam, fc.double({ min: 0, max: 1, noNaN: true }), (param, share) => {
        const stops = sliderStops(param);
        for (const [index, stop] of stops.entries()) expect(nearestStop(stops, stop)).toBe(index);
        const value = Math.round(param.min + share * (param.max - param.min));
        const nearest = Math.abs((stops[nearestStop(stops, value)] ?? Number.NaN) - value);
        expect(nearest).toBe(Math.min(...stops.map((stop) => Math.abs(stop - value))));
      }),
      { numRuns: rounds(60) },
    );
  });

  it("make every key press lead to a larger or smaller value", () => {
    fc.assert(
      fc.property(anyParam, fc.double({ min: 0, max: 1, noNaN: true }), (param, share) => {
        const stops = sliderStops(param);
        const value = Math.round(param.min + share * (param.max - param.min));
        const here = nearestStop(stops, value);
        const up = stops[here + 1];
        const down = stops[here - 1];
        if (up !== undefined) expect(up).toBeGreaterThan(value);
        if (down !== undefined) expect(down).toBeLessThan(value);
        expect(up ?? down).toBeDefined();
      }),
    );
  });

  it("give the small values of a long range as much room as the large ones", () => {
    const param = paramOf(0, 10_000, "log");
    const stops = sliderStops(param);
    const middle = stops[Math.floor(stops.length / 2)] ?? 0;
    expect(middle).toBeLessThan(1000);
    expect(stops).toContain(1);
    expect(stops).toContain(100);
  });

  it("cover the scenarios' own values", () => {
    for (const { id } of scenarios) {
      for (const param of pageParams) {
        const value = Number(scenarioValue(scenarioOf(catalogue, id), param));
        expect(value).toBeGreaterThanOrEqual(param.min);
        expect(value).toBeLessThanOrEqual(param.max);
      }
    }
  });
});
