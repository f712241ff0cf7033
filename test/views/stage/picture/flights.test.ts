import { describe, expect, it } from "vitest";
import { RowKind } from "../../../../src/trace/index.ts";
import { LONGEST_FLIGHT_MS, trafficAt } from "../../../../src/views/stage/picture/flights.ts";
import { type Given, momentOf, numbers, type Row } from "./fixture.ts";
import { moments } from "./moments.ts";

const given = moments["filling"] as Given;
const traffic = (rows: readonly Row[], timeMs: number, more: Partial<Given> = {}) =>
  trafficAt(momentOf({ ...given, rows, timeMs, ...more }));

describe("an element on its way", () => {
  const rows: Row[] = [
    [1000, RowKind.MADE, 0, 0, 7],
    [1000, RowKind.ENTERED, 1, 0, 7],
    [1400, RowKind.LEFT, 1, 1, 7],
    [1700, RowKind.DONE, 2, 1, 7],
  ];

  it("comes from where it was made, waits, goes to a hand, and to the end", () => {
    const from = (timeMs: number) => traffic(rows, timeMs).flights.get(7)?.from;
    expect(from(1010)).toMatchObject({ at: "source", station: 0 });
    expect(from(1390)).toBeUndefined();
    expect(from(1410)).toMatchObject({ at: "inside", station: 1 });
    expect(from(1710)).toMatchObject({ at: "hand", who: 1 });
  });

  it("that was held starts at the gate", () => {
    const held: Row[] = [
      [1000, RowKind.MADE, 0, 0, 7],
      [1000, RowKind.HELD, 1, 0, 7],
      [1600, RowKind.ENTERED, 1, 0, 7],
    ];
    expect(traffic(held, 1010).flights.get(7)?.from.at).toBe("source");
    expect(traffic(held, 1610).flights.get(7)?.from).toMatchObject({ at: "gate", station: 1 });
  });

  it("makes one movement of several rows of an instant", () => {
    const through: Row[] = [
      [1000, RowKind.MADE, 0, 0, 7],
      [1000, RowKind.PASSED, 1, 0, 7],
      [1000, RowKind.LEFT, 1, 1, 7],
    ];
    expect(traffic(through, 1010).flights.get(7)?.from.at).toBe("source");
  });

  it("arrives after a moment of the wall clock, at any speed", () => {
    const moment = { ...momentOf({ ...given, rows, timeMs: 1400 + LONGEST_FLIGHT_MS }), speed: 1 };
    expect(trafficAt(moment).flights.size).toBe(1);
    expect(trafficAt({ ...moment, timeMs: 1700 + LONGEST_FLIGHT_MS }).flights.size).toBe(0);
    expect(
      trafficAt({ ...moment, timeMs: 1700 + 0.1 * LONGEST_FLIGHT_MS, speed: 0.05 }).flights.size,
    ).toBe(0);
  });

  it("flies as long as elsewhere if no setting says how long a pause is", () => {
    const flight = traffic(rows, 1410, { producerDelayMs: Number.NaN }).flights.get(7);
    expect(flight?.progress).toBeGreaterThan(0);
    expect(flight?.progress).toBeLessThan(1);
  });
});

describe("more than the eye can follow", () => {
  const many = (count: number): Row[] =>
    numbers(0, count).map((i): Row => [1000 + (i * 20) / count, RowKind.ENTERED, 1, 0, i]);

  it("is a stream along that way, and no single element flies", () => {
    expect(traffic(many(10), 1030).flights.size).toBe(10);
    const { flights, streams } = traffic(many(200), 1030);
    expect(flights.size).toBe(0);
    expect([...streams]).toEqual([1]);
  });

  it("includes a stream of what is done, to the end", () => {
    const done = numbers(0, 50).map((i): Row => [1000, RowKind.DONE, 2, 1, i]);
    expect([...traffic(done, 1010).streams]).toEqual([3]);
  });
});
