import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recording, RunSpec } from "../../../src/run/index.ts";
import { DropRule, TraceKind } from "../../../src/trace/index.ts";
import { type Leg, trafficAt } from "../../../src/views/pipeline/flights.ts";
import { anyRun } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { specOf } from "../../support/runs.ts";
import { anyLook, anyMoment, inputAt, positionOf, recordingOf } from "./moments.ts";

function flood(strategy: RunSpec["strategy"], values: RunSpec["values"]): Recording {
  return recordingOf(specOf({ strategy, values: { durationS: 10, heapMiB: 4096, ...values } }));
}

/** What is on its way when everything until `timeMs` has happened. */
function trafficOf(recording: Recording, timeMs: number, speed = 1, intervalMs = 1) {
  return trafficAt(recording, timeMs, recording.trace.rowsUntil(timeMs), speed, intervalMs);
}

const streamsOf = (recording: Recording, timeMs: number, speed = 1): Leg[] =>
  [...trafficOf(recording, timeMs, speed).streams].sort();

describe("flights", () => {
  it("each is of an element that took its leg a moment ago, and has not arrived yet", () => {
    const kinds: Readonly<Record<Leg, TraceKind>> = {
      in: TraceKind.ACCEPTED,
      pass: TraceKind.HANDED_OVER,
      out: TraceKind.RECEIVED,
      done: TraceKind.DONE,
      "drop-incoming": TraceKind.DROPPED,
      "drop-oldest": TraceKind.DROPPED,
      "drop-inside": TraceKind.DROPPED,
      "drop-refused": TraceKind.REJECTED,
      "drop-work": TraceKind.FAILED,
    };
    fc.assert(
      fc.property(anyRun, anyMoment, anyLook, (spec, moment, { speed }) => {
        const recording = recordingOf(spec);
        const { trace } = recording;
        const position = positionOf(recording, moment);
        const { producerDelayMs } = inputAt(recording, position);
        const { timeMs, rows } = position;
        const { flights, streams } = trafficAt(recording, timeMs, rows, speed, producerDelayMs);
        for (const { leg, element, progress } of flights) {
          const row = Array.from({ length: rows }, (_, index) => index).findLast(
            (index) => trace.kindAt(index) === kinds[leg] && trace.elementAt(index) === element,
          );
          expect(row, `${leg} of ${element}`).toBeDefined();
          expect(progress).toBeGreaterThanOrEqual(0);
          expect(progress).toBeLessThanOrEqual(1);
          expect(streams.has(leg)).toBe(false);
          if (leg.startsWith("drop")) {
            const oldest = trace.detailAt(row ?? -1) === DropRule.OLDEST;
            expect(leg).toBe(oldest ? "drop-oldest" : "drop-incoming");
          }
        }
        const elements = flights.map(({ element }) => element);
        expect(new Set(elements).size).toBe(elements.length);
      }),
      { numRuns: rounds(60) },
    );
  });

  it("goes on as time does, and starts at the gate after a wait", () => {
    const recording = recordingOf(specOf());
    const { firstSuspensionMs } = recording.history.marks;
    const { trace } = recording;
    const until = trace.rowsUntil(firstSuspensionMs ?? -1);
    let row = until;
    while (trace.kindAt(row) !== TraceKind.ACCEPTED) row++;
    const atMs = trace.timeAt(row);
    const progress = [0, 40, 80, 120].map((later) => {
      const { flights } = trafficOf(recording, atMs + later, 1, 100);
      const flight = flights.find(({ leg }) => leg === "in");
      expect(flight?.element).toBe(trace.elementAt(row));
      expect(flight?.fromGate).toBe(true);
      return flight?.progress ?? -1;
    });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[0]).toBe(0);
    expect(new Set(progress).size).toBe(4);
  });

  it("slow motion draws the same moment longer", () => {
    const recording = recordingOf(specOf());
    const progressAt = (speed: number) =>
      trafficOf(recording, 105, speed, 100).flights.find(({ leg }) => leg === "in")?.progress ?? 1;
    expect(progressAt(0.05)).toBeGreaterThan(progressAt(0.1));
    expect(progressAt(0.1)).toBeGreaterThanOrEqual(progressAt(1));
  });
});

describe("streams", () => {
  it("are the legs that more than 18 elements took in the time of a flight", () => {
    const recording = flood("unlimited", { producerDelayMs: 1, consumerDelayMs: 100 });
    expect(streamsOf(recording, 5000)).toEqual(["in"]);
    expect(trafficOf(recording, 5000).flights.every(({ leg }) => leg !== "in")).toBe(true);
    const slow = flood("unlimited", { producerDelayMs: 100, consumerDelayMs: 100 });
    expect(streamsOf(slow, 5000)).toEqual([]);
  });

  it("flow on every leg of a chain in balance, not on the last alone", () => {
    const balanced = flood("bounded", { producerDelayMs: 1, consumerDelayMs: 1, capacity: 8 });
    expect(streamsOf(balanced, 5000)).toEqual(["done", "in", "out"]);
  });

  it("are the same legs when there are too many rows to look at one by one", () => {
    const fast = flood("drop-latest", { producerDelayMs: 1, consumerDelayMs: 200, capacity: 8 });
    expect(streamsOf(fast, 5000, 1)).toEqual(["drop-incoming"]);
    expect(streamsOf(fast, 5000, 10)).toEqual(["drop-incoming"]);
    const oldest = flood("drop-oldest", { producerDelayMs: 1, consumerDelayMs: 200, capacity: 8 });
    expect(streamsOf(oldest, 5000, 1)).toEqual(["drop-oldest", "in"]);
    expect(streamsOf(oldest, 5000, 10)).toEqual(["drop-oldest", "in"]);
    const balanced = flood("rendezvous", { producerDelayMs: 1, consumerDelayMs: 1 });
    expect(streamsOf(balanced, 5000, 10)).toEqual(["done", "pass"]);
  });

  it("show what happened all at once at the start", () => {
    const values = { producerDelayMs: 0, count: 5000, consumerDelayMs: 100 };
    const recording = flood("unlimited", values);
    expect(streamsOf(recording, 0)).toEqual(["in"]);
    expect(streamsOf(recording, 20)).toEqual(["in"]);
    expect(streamsOf(recording, 3000)).toEqual([]);
  });

  it("know only the rows that have happened", () => {
    const values = { producerDelayMs: 0, count: 5000, consumerDelayMs: 100, capacity: 10 };
    const recording = flood("drop-latest", values);
    // Behind the first 2000 rows of the instant.
    expect([...trafficAt(recording, 0, 2000, 1, 0).streams]).toEqual(["drop-incoming"]);
    expect([...trafficAt(recording, 0, 30, 1, 0).streams]).toEqual([]);
  });
});
