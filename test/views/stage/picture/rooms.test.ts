import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../src/i18n/index.ts";
import type { Connection, Station } from "../../../../src/systems/index.ts";
import type { Room } from "../../../../src/views/stage/picture/layout.ts";
import type { Moment } from "../../../../src/views/stage/picture/moment.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../src/views/stage/picture/scene.ts";
import type { Label, Shape } from "../../../../src/views/stage/picture/shape.ts";
import { labelBox } from "../../../../src/views/stage/picture/text-size.ts";
import { rounds } from "../../../support/rounds.ts";
import { type Given, type GivenStation, momentOf, numbers } from "./fixture.ts";
import { boundsOf, meet, numbersOf, sizesOf } from "./geometry.ts";
import { moments } from "./moments.ts";

/** Rooms from a lane on a small screen to a projection on a wall. */
const anyRoom: fc.Arbitrary<Room> = fc.record({
  width: fc.integer({ min: 300, max: 2560 }),
  height: fc.integer({ min: 60, max: 1440 }),
  leastText: fc.constantFrom(12, 12, 16, 24),
});

const middle: fc.Arbitrary<Station> = fc.oneof(
  fc.record({
    kind: fc.constant("buffer" as const),
    id: fc.constant(""),
    capacity: fc.constantFrom(0, 1, 8, 16, 64, 500, 10_000, Number.POSITIVE_INFINITY),
  }),
  fc.record({
    kind: fc.constant("buffer" as const),
    id: fc.constant(""),
    capacity: fc.constant(Number.POSITIVE_INFINITY),
    mark: fc.constantFrom(1, 2, 4, 5, 16, 64),
    countsWork: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("network" as const),
    id: fc.constant(""),
    latencyMs: fc.nat(5000),
  }),
  fc.record({
    kind: fc.constant("call" as const),
    id: fc.constant(""),
    latencyMs: fc.nat(5000),
  }),
  fc.record({
    kind: fc.constant("permits" as const),
    id: fc.constant(""),
    total: fc.integer({ min: 1, max: 500 }),
  }),
  fc.record({
    kind: fc.constant("tokens" as const),
    id: fc.constant(""),
    ratePerSec: fc.constantFrom(1, 5, 1000),
    burst: fc.integer({ min: 1, max: 1000 }),
  }),
  fc.record({
    kind: fc.constant("breaker" as const),
    id: fc.constant(""),
    threshold: fc.integer({ min: 1, max: 100 }),
    unit: fc.constantFrom("failures" as const, "percent" as const),
    openMs: fc.nat(60_000),
  }),
  fc.record({
    kind: fc.constant("threads" as const),
    id: fc.constant(""),
    total: fc.integer({ min: 1, max: 64 }),
  }),
);

/** Any combination of stations, with any actors held anywhere and buffers well beyond what they can show. */
const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    stations: fc.array(middle, { minLength: 1, maxLength: 6 }),
    pressures: fc.array(
      fc.constantFrom("suspend", "request", "signal", "none") as fc.Arbitrary<
        Connection["pressure"]
      >,
      {
        minLength: 8,
        maxLength: 8,
      },
    ),
    workers: fc.constantFrom(1, 2, 5, 8, 32),
    depth: fc.constantFrom(0, 1, 7, 64, 65, 1000, 5000, 60_000),
    held: fc.constantFrom(0, 1, 3, 90),
    outstanding: fc.constantFrom(0, 1, 6, 256, Number.POSITIVE_INFINITY),
    lost: fc.constantFrom(0, 1, 120_000),
    language: fc.constantFrom(...LANGUAGES),
    batch: fc.boolean(),
  })
  .map(({ stations, pressures, workers, depth, held, outstanding, lost, language, batch }) => {
    const named = stations.map((station, i): Station => ({ ...station, id: `station-${i}` }));
    const all: Station[] = [
      { kind: "source", id: "source" },
      ...named,
      {
        kind: "workers",
        id: "workers",
        attempts: 3,
        ...(batch && { batch: { size: 10, flushMs: 300 } }),
      },
    ];
    const at: Record<string, GivenStation> = {
      workers: {
        actors: numbers(0, workers).map((i) => ({
          activity: "busy",
          hand: [1000 + i],
          sinceMs: 900,
          untilMs: 1200,
        })),
      },
    };
    for (const [i, station] of named.entries()) {
      const { id, kind } = station;
      at[id] = {
        contents:
          kind === "buffer" ? numbers(100_000 * (i + 1), Math.min(depth, station.capacity)) : [],
        held: numbers(0, held).map((j) => ({
          who: 0,
          element: 100_000 * (i + 1) + 70_000 + j,
          sinceMs: 500,
        })),
        gauges: [1, 2, 3, 4],
        lost,
      };
    }
    return {
      topology: {
        stations: all,
        connections: all
          .slice(1)
          .map((_, i) => ({ from: i, to: i + 1, pressure: pressures[i] ?? "none" })),
      },
      at,
      demand: all.slice(1).map(() => ({ outstanding, signal: "full" as const })),
      done: 54_321,
      language,
    };
  });

interface Drawn {
  readonly text: number;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

function drawn(moment: Moment, room: Room): Drawn {
  const layout = pictureLayout(
    moment.run.topology,
    crewsOf(moment.state),
    room,
    moment.run.answer?.share,
  );
  const { under, strip, still, moving } = sceneOf(moment, layout);
  const shapes = [...under, ...strip, ...still, ...moving];
  return {
    text: layout.text,
    shapes,
    labels: shapes.filter((shape): shape is Label => shape.type === "label"),
  };
}

/** The faults of a picture, in words; empty for a good one. */
function faultsOf(
  { shapes, labels, text }: Drawn,
  { width, height, leastText = 12 }: Room,
): string[] {
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const shape of shapes) {
    if (keys.has(shape.key)) faults.push(`two of ${shape.key}`);
    keys.add(shape.key);
    if (numbersOf(shape).some((n) => !Number.isFinite(n)))
      faults.push(`${shape.key} is not finite`);
    if (sizesOf(shape).some((n) => n < 0)) faults.push(`${shape.key} has a negative size`);
    // Sizes are rounded to tenths.
    if (shape.type === "token" && shape.label !== "" && shape.labelSize < leastText - 0.05)
      faults.push(`the number on ${shape.key} is smaller than ${leastText} px`);
    const bounds = boundsOf(shape);
    if (bounds === null) continue;
    const { left, right, top, bottom } = bounds;
    const slack = shape.type === "path" ? text * 0.6 : 1;
    if (
      left < -slack ||
      right > width + slack ||
      (top < -slack && !shape.key.startsWith("flood")) ||
      bottom > height + slack
    )
      faults.push(`${shape.key} is outside: ${JSON.stringify(bounds)}`);
  }
  labels.forEach((label, i) => {
    if (label.size < leastText) faults.push(`${label.key} is smaller than ${leastText} px`);
    for (const other of labels.slice(i + 1)) {
      if (meet(labelBox(label), labelBox(other))) faults.push(`${label.key} meets ${other.key}`);
    }
  });
  return faults;
}

describe("a picture in any room", () => {
  it("stays inside, has finite sizes, and no two of its labels overlap", () => {
    fc.assert(
      fc.property(anyGiven, anyRoom, (given, room) => {
        expect(faultsOf(drawn(momentOf(given), room), room)).toEqual([]);
      }),
      { numRuns: rounds(4000, 1000) },
    );
  });

  it.each(Object.keys(moments))("does so in the situation %s", (name) => {
    for (const language of LANGUAGES) {
      const moment = momentOf({ ...(moments[name] as Given), language });
      for (const [width, height] of [
        [300, 60],
        [320, 200],
        [390, 340],
        [640, 90],
        [900, 216],
        [1280, 80],
        [1280, 400],
        [1920, 640],
        [2560, 1440],
      ] as const) {
        const faults = faultsOf(drawn(moment, { width, height }), { width, height });
        expect(faults, `${width} x ${height}, ${language}`).toEqual([]);
      }
    }
  });

  it("keeps to the least size of text that is requested", () => {
    for (const leastText of [12, 15.84, 23.76]) {
      const { labels } = drawn(momentOf(moments["held"] as Given), {
        width: 1280,
        height: 430,
        leastText,
      });
      expect(labels.length).toBeGreaterThan(5);
      expect(Math.min(...labels.map(({ size }) => size))).toBeGreaterThanOrEqual(leastText);
    }
  });

  it("grows with its room", () => {
    const size = (width: number, height: number) =>
      drawn(momentOf(moments["held"] as Given), { width, height }).text;
    expect(size(1920, 640)).toBeGreaterThan(size(1280, 430) * 1.3);
    expect(size(2560, 860)).toBeGreaterThan(size(1920, 640) * 1.2);
  });
});
