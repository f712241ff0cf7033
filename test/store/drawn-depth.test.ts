import { describe, expect, it } from "vitest";
import {
  cleared,
  type DrawnDepth,
  drawnAt,
  emptySheet,
  openExperiment,
  runSpecOf,
  timeOf,
  withStroke,
} from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";

/** Whose it is does not matter here. */
const WHOSE = {
  lane: 0,
  spec: runSpecOf(openExperiment(catalogue, "fast-producer"), {
    strategy: "bounded",
    values: {},
  }),
};

const sheet = (capacity = 8): DrawnDepth =>
  emptySheet({ capacity, values: { producerDelayMs: 100, count: 500 } }, 2400, WHOSE);

describe("an empty sheet", () => {
  it("reaches to where the answer shows, and well above the places there are", () => {
    expect(sheet()).toMatchObject({ untilMs: 2400, top: 20 });
    expect(sheet().values.every((value) => value === null)).toBe(true);
    expect(timeOf(sheet(), 0)).toBe(0);
    expect(timeOf(sheet(), sheet().values.length - 1)).toBe(2400);
  });

  it("without a bound is as high as what could come by then", () => {
    expect(sheet(Number.POSITIVE_INFINITY).top).toBe(24);
    const few = { producerDelayMs: 100, count: 15 };
    expect(emptySheet({ capacity: Number.POSITIVE_INFINITY, values: few }, 2400, WHOSE).top).toBe(
      15,
    );
    const values = { producerDelayMs: 0, count: 500 };
    expect(emptySheet({ capacity: Number.POSITIVE_INFINITY, values }, 2400, WHOSE).top).toBe(500);
  });

  it("is no microscope", () => {
    expect(sheet(1).top).toBe(10);
  });
});

describe("a stroke", () => {
  it("draws every point on its way, in either direction", () => {
    const forth = withStroke(sheet(), { index: 2, value: 2 }, { index: 6, value: 10 });
    expect(forth.values.slice(0, 8)).toEqual([null, null, 2, 4, 6, 8, 10, null]);
    const back = withStroke(forth, { index: 6, value: 0 }, { index: 4, value: 0 });
    expect(back.values.slice(0, 8)).toEqual([null, null, 2, 4, 0, 0, 0, null]);
  });

  it("stays on the sheet", () => {
    const drawn = withStroke(sheet(), { index: -3, value: -50 }, { index: 27, value: 400 });
    expect(drawn.values).toHaveLength(sheet().values.length);
    expect(Math.min(...(drawn.values as number[]))).toBe(0);
    expect(Math.max(...(drawn.values as number[]))).toBe(20);
  });

  it("is wiped away", () => {
    const drawn = withStroke(sheet(), { index: 0, value: 3 }, { index: 9, value: 3 });
    expect(cleared(drawn)).toEqual(sheet());
  });
});

describe("what is drawn at a time", () => {
  const drawn = withStroke(sheet(), { index: 2, value: 2 }, { index: 6, value: 10 });

  it("lies between the points", () => {
    expect(drawnAt(drawn, timeOf(drawn, 3))).toBe(4);
    expect(drawnAt(drawn, (timeOf(drawn, 3) + timeOf(drawn, 4)) / 2)).toBe(5);
  });

  it("is nothing where nothing is drawn, and is there at both ends of a line", () => {
    expect(drawnAt(drawn, timeOf(drawn, 1))).toBeNull();
    expect(drawnAt(drawn, timeOf(drawn, 1) + 10)).toBeNull();
    expect(drawnAt(drawn, timeOf(drawn, 6))).toBe(10);
    expect(drawnAt(drawn, timeOf(drawn, 6) + 10)).toBeNull();
    const whole = withStroke(sheet(), { index: 0, value: 0 }, { index: 24, value: 12 });
    expect(drawnAt(whole, 2400)).toBe(12);
  });
});
