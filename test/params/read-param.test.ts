import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choiceParam,
  clampParam,
  defaultsOf,
  intParam,
  isAllowed,
  type Param,
  readParam,
  writeParam,
} from "../../src/params/index.ts";
import { paramsOf } from "../../src/run/index.ts";
import { channelStrategies as strategies, strategyOf } from "../../src/systems/index.ts";
import { helpTextOf } from "../../src/views/panel/settings/param-help.ts";
import { catalogue } from "../support/everything.ts";
import { anyValueOf } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";

const text = { ko: "글", en: "text" };
const base = { label: text, help: text, change: "live" } as const;

const size = intParam({
  ...base,
  key: "size",
  link: "n",
  unit: "elements",
  min: 1,
  max: 100,
  default: 10,
});
const shape = choiceParam({
  ...base,
  key: "shape",
  link: "s",
  choices: [
    { value: "round", label: text },
    { value: "square", label: text },
  ],
  default: "round",
});

/** Every setting of the playground, and one extra setting of each kind. */
const everyParam: readonly Param[] = [
  size,
  shape,
  ...new Set(strategies.flatMap(({ id }) => paramsOf(strategyOf(catalogue, id)))),
];
const anyParam = fc.constantFrom(...everyParam);

/** Texts of all sorts, with more texts that look like numbers than chance would produce. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.stringMatching(/^[+-]?\d{0,4}[.e]?[+-]?\d{0,4}$/),
  fc.constantFrom("", " ", "NaN", "Infinity", "-Infinity", "0x10", "1e999", "９", "constructor"),
);

describe("readParam", () => {
  test("is total: any text gives an allowed value", () => {
    fc.assert(
      fc.property(anyParam, anyText, (param, given) => {
        const { value, problem } = readParam(param, given, param.default);
        expect(isAllowed(param, value)).toBe(true);
        if (problem !== null) expect(problem).toMatchObject({ param, given, used: value });
      }),
      { numRuns: rounds(1000) },
    );
  });

  test("keeps the fallback if the text is no value", () => {
    fc.assert(
      fc.property(
        anyParam.chain((param) => fc.tuple(fc.constant(param), anyValueOf(param))),
        fc.constantFrom("", "x", "1,5", "１", "--3", "yes"),
        ([param, fallback], given) => {
          const { value, problem } = readParam(param, given, fallback);
          expect(value).toBe(fallback);
          expect(problem?.kind).toBe("notOne");
        },
      ),
    );
  });

  test.each([
    ["5", 5, undefined],
    ["+5", 5, undefined],
    ["007", 7, undefined],
    ["5.0", 5, undefined],
    ["1", 1, undefined],
    ["100", 100, undefined],
    ["5.4", 5, "rounded"],
    ["5.5", 6, "rounded"],
    ["0.9", 1, "tooSmall"],
    ["-3", 1, "tooSmall"],
    ["100.4", 100, "tooLarge"],
    ["9".repeat(400), 100, "tooLarge"],
    ["", 10, "notOne"],
    ["5 ", 10, "notOne"],
    [".5", 10, "notOne"],
    ["0x10", 10, "notOne"],
    ["NaN", 10, "notOne"],
    ["Infinity", 10, "notOne"],
  ] as const)("reads %j as %d: %s", (given, value, kind) => {
    const reading = readParam(size, given, size.default);
    expect(reading.value).toBe(value);
    expect(reading.problem?.kind).toBe(kind);
  });

  test("reads every form of zero as the same 0", () => {
    const pause = intParam({ ...size, min: 0 });
    for (const given of ["0", "-0", "-0.0", "+0"]) {
      expect(readParam(pause, given, 5)).toEqual({ value: 0, problem: null });
    }
  });

  test("a choice accepts only what it writes", () => {
    expect(readParam(shape, "square", "round").value).toBe("square");
    expect(readParam(shape, "Square", "round").problem?.kind).toBe("notOne");
  });
});

describe("writeParam", () => {
  test("writes only characters that a link may hold, and its text is read back as the same value", () => {
    fc.assert(
      fc.property(
        anyParam.chain((param) => fc.tuple(fc.constant(param), anyValueOf(param))),
        ([param, value]) => {
          const written = writeParam(param, value);
          expect(written).toMatch(/^[A-Za-z0-9.-]+$/);
          expect(readParam(param, written, param.default)).toEqual({ value, problem: null });
        },
      ),
      { numRuns: rounds(500) },
    );
  });
});

describe("clampParam", () => {
  test("leaves allowed values alone, and clamping twice is clamping once", () => {
    fc.assert(
      fc.property(
        anyParam.chain((param) => fc.tuple(fc.constant(param), anyValueOf(param))),
        fc.oneof(fc.double(), fc.string(), fc.boolean()),
        ([param, allowed], hostile) => {
          expect(clampParam(param, allowed)).toBe(allowed);
          const clamped = clampParam(param, hostile);
          expect(clampParam(param, clamped)).toBe(clamped);
          expect(isAllowed(param, clamped)).toBe(true);
        },
      ),
    );
  });

  test.each([
    [Number.POSITIVE_INFINITY, 100],
    [Number.NEGATIVE_INFINITY, 1],
    [1e300, 100],
    [1e-9, 1],
    [5.4, 5],
    [Number.NaN, 10],
    ["7", 7],
    ["abc", 10],
    [true, 10],
  ])("takes the nearest number to %j: %d", (given, nearest) => {
    expect(clampParam(size, given)).toBe(nearest);
  });
});

describe("declarations", () => {
  test("refuse a default outside the range", () => {
    expect(() => intParam({ ...size, default: 101 })).toThrow(RangeError);
    expect(() => intParam({ ...size, default: 0 })).toThrow("size: default 0 is not in 1..100");
  });

  test("have allowed defaults", () => {
    for (const param of everyParam) expect(isAllowed(param, param.default)).toBe(true);
    expect(defaultsOf([size, shape])).toEqual({ size: 10, shape: "round" });
  });

  test("have words in both languages for every setting", () => {
    for (const param of everyParam) {
      for (const words of [param.label, helpTextOf(param)]) {
        expect(words.ko.trim()).not.toBe("");
        expect(words.en.trim()).not.toBe("");
      }
    }
  });

  test.each(strategies.map(({ id }) => id))(
    "%s: no two settings share a key or a link key",
    (id) => {
      const params = paramsOf(strategyOf(catalogue, id));
      expect(new Set(params.map(({ key }) => key)).size).toBe(params.length);
      expect(new Set(params.map(({ link }) => link)).size).toBe(params.length);
    },
  );
});
