import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  elementBeside,
  elementNear,
  History,
  type Ladder,
  ladderOf,
  lineOf,
  MOST_LINES,
  Recording,
  type RunState,
} from "../../src/run/index.ts";
import { chain } from "../../src/systems/index.ts";
import { Recorder, RowKind, Trace } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

const anyPart = fc.double({ min: 0.05, max: 1, noNaN: true });

function ladderUntil(recording: Recording, untilMs: number, fromMs = 0): Ladder {
  return ladderOf(recording, { fromMs, toMs: recording.durationMs, untilMs });
}

/** Elements of the lines that last, band by band. */
function lasting({ segments }: Ladder, kind: string, station?: number): number[] {
  return segments
    .filter((each) => each.end === null && each.kind === kind)
    .filter((each) => station === undefined || each.station === station)
    .map(({ element }) => element)
    .sort((a, b) => a - b);
}

function workersOf({ stations }: RunState) {
  return stations.flatMap(({ actors }) => actors).filter(({ actor }) => actor.role === "worker");
}

function sorted(elements: Iterable<number>): number[] {
  return [...elements].sort((a, b) => a - b);
}

const isHeldWith = (element: number) => element >= 0;

describe("the ladder tells what the trace tells", () => {
  test("at any time the lines that last are the elements that stand there", () => {
    fc.assert(
      fc.property(anyRun, anyPart, (spec, part) => {
        const recording = recorded(spec);
        const untilMs = Math.floor(recording.durationMs * part);
        const ladder = ladderUntil(recording, untilMs);
        const state = recording.history.stateAt(untilMs);
        expect(ladder.bundled).toBe(false);
        for (const [number, { contents }] of state.stations.entries()) {
          expect(lasting(ladder, "inside", number)).toEqual(sorted(contents.toArray()));
        }
        const held = state.stations.flatMap((station) => station.held);
        const heldElements = held.map(({ element }) => element).filter(isHeldWith);
        expect(lasting(ladder, "held")).toEqual(sorted(heldElements));
        const inHand = workersOf(state).flatMap(({ hand }) => hand);
        const worked = inHand.filter((element) => !heldElements.includes(element));
        expect(lasting(ladder, "working")).toEqual(sorted(worked));
      }),
      { numRuns: 150 },
    );
  });

  test("as many lines and ends as rows", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const recording = recorded(spec);
        const { trace } = recording;
        const counts = new Map<RowKind, number>();
        for (let row = 0; row < trace.length; row++) {
          const kind = trace.kindAt(row);
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
        }
        const ladder = ladderUntil(recording, recording.durationMs);
        const count = (kind: RowKind) => counts.get(kind) ?? 0;
        const inside = ladder.segments.filter(({ kind }) => kind === "inside");
        expect(inside.length).toBe(count(RowKind.ENTERED));
        expect(ladder.births.length).toBe(count(RowKind.MADE));
        expect(ladder.losses.length).toBe(count(RowKind.LOST));
        expect(ladder.segments.filter(({ end }) => end === "done").length).toBe(
          count(RowKind.DONE),
        );
        for (const loss of ladder.losses) {
          const line = ladder.segments.find(
            ({ element, end }) => element === loss.element && end === "lost",
          );
          if (line === undefined) expect(loss.share).toBe(0);
          else expect([loss.place, loss.atMs]).toEqual([line.station, line.toMs]);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("Little's law: the lengths of a band's lines are the area under the number that stands there", () => {
    fc.assert(
      fc.property(anyRun, anyPart, (spec, part) => {
        const recording = recorded(spec);
        const { trace, history, topology } = recording;
        const untilMs = recording.durationMs * part;
        const areas = topology.stations.map(() => 0);
        let work = 0;
        const rows = trace.rowsUntil(untilMs);
        for (let row = 0; row < rows; row++) {
          const nextMs = row + 1 < rows ? trace.timeAt(row + 1) : untilMs;
          const forMs = nextMs - trace.timeAt(row);
          if (forMs === 0) continue;
          const state = history.cursorAtRow(row + 1);
          for (const [number, { contents }] of state.stations.entries()) {
            areas[number] = (areas[number] ?? 0) + contents.length * forMs;
          }
          for (const { hand } of workersOf(state)) work += hand.length * forMs;
        }
        const sums = topology.stations.map(() => 0);
        let hands = 0;
        for (const each of ladderUntil(recording, untilMs).segments) {
          const length = each.toMs - each.fromMs;
          if (each.kind === "inside") sums[each.station] = (sums[each.station] ?? 0) + length;
          else if (topology.stations[each.station]?.kind === "workers") hands += length;
        }
        for (const [number, area] of areas.entries()) expect(sums[number]).toBeCloseTo(area, 6);
        expect(hands).toBeCloseTo(work, 6);
      }),
      { numRuns: 80 },
    );
  });

  test("what comes later changes nothing: a run recorded to its end tells the same of a moment", () => {
    fc.assert(
      fc.property(anyRun, anyPart, (spec, part) => {
        const partial = new Recording(catalogue, spec);
        const untilMs = Math.floor(partial.durationMs * part);
        partial.advanceTo(untilMs);
        const before = ladderUntil(partial, untilMs);
        const kept = JSON.stringify(before);
        partial.advanceTo(Number.POSITIVE_INFINITY);
        expect(ladderUntil(partial, untilMs)).toEqual(before);
        expect(ladderUntil(recorded(spec), untilMs)).toEqual(before);
        expect(JSON.stringify(before)).toBe(kept);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a window in the middle", () => {
  const recording = recorded({
    values: { durationS: 60, producerDelayMs: 20, consumerDelayMs: 30 },
  });

  test("has the lines of the whole ladder that reach into it", () => {
    const window = { fromMs: 30_000, toMs: 31_000, untilMs: 31_000 };
    const part = ladderOf(recording, window).segments;
    const all = ladderOf(recording, { ...window, fromMs: 0 });
    expect(all.bundled).toBe(true);
    const wide = [0, 5_000, 29_000].map((fromMs) => ladderOf(recording, { ...window, fromMs }));
    const [narrow] = wide.filter(({ bundled }) => !bundled);
    expect(part.length).toBeGreaterThan(60);
    expect(part).toEqual(narrow?.segments.filter(({ toMs }) => toMs >= 30_000));
  });
});

describe("one element", () => {
  test("its line is what the whole ladder has of it, at any time of any run", () => {
    fc.assert(
      fc.property(anyRun, anyPart, (spec, part) => {
        const recording = recorded(spec);
        const untilMs = Math.floor(recording.durationMs * part);
        const whole = ladderUntil(recording, untilMs).segments;
        for (const element of new Set(whole.map((segment) => segment.element))) {
          expect(lineOf(recording, element, untilMs)).toEqual(
            whole.filter((segment) => segment.element === element),
          );
        }
      }),
      { numRuns: rounds(60) },
    );
  });
});

describe("many lines become few", () => {
  const values = { producerDelayMs: 1, consumerDelayMs: 20, durationS: 60, heapMiB: 4096 };
  const recording = recorded({ strategy: "unlimited", values });

  test("60 s at 1,000 a second: every line is in one bundle, which spans its beginning and its end", () => {
    const window = { fromMs: 0, toMs: 60_000, untilMs: 60_000 };
    const { bundled, segments, bundles, births } = ladderOf(recording, window);
    expect([bundled, segments.length]).toEqual([true, 0]);
    expect(bundles.length).toBeLessThanOrEqual(161 * 4);
    const { made, received } = recording.history.stateAt(60_000);
    const inside = bundles.filter(({ kind }) => kind === "inside");
    expect(inside.reduce((sum, { n }) => sum + n, 0)).toBe(made);
    const working = bundles.filter(({ kind }) => kind === "working");
    expect(working.reduce((sum, { n }) => sum + n, 0)).toBe(received);
    expect(births.reduce((sum, { n }) => sum + n, 0)).toBe(made);
    for (const bundle of bundles) {
      expect(bundle.fromMs).toBeLessThanOrEqual(bundle.fromLastMs);
      expect(bundle.toMs).toBeLessThanOrEqual(bundle.toLastMs);
      expect(bundle.fromLastMs - bundle.fromMs).toBeLessThanOrEqual(60_000 / 160);
    }
  });

  test("single lines up to the bound, bundles above it", () => {
    const bound = (untilMs: number) => ladderOf(recording, { fromMs: 0, toMs: 5_000, untilMs });
    const times = [100, 350, 398, 402, 450, 1_000];
    expect(times.map((untilMs) => bound(untilMs).bundled)).toEqual(
      times.map((untilMs) => recording.history.made.totalUntil(untilMs) > MOST_LINES),
    );
  });
});

describe("requests", () => {
  test("stand where they were made, with their numbers; -1 is without bound", () => {
    const clock = { now: 0 };
    const trace = new Trace();
    const recorder = new Recorder(trace, clock);
    const topology = chain(
      { kind: "source", id: "source" },
      "request",
      { kind: "buffer", id: "queue", capacity: 8 },
      "request",
      { kind: "workers", id: "workers" },
    );
    recorder.requested(0, 1, 8);
    clock.now = 40;
    recorder.requested(1, 1, Number.POSITIVE_INFINITY);
    const cast = { topology, kinds: null, losses: recorder.losses, actorOf: () => undefined };
    const history = new History(trace, 100, cast);
    history.extend();
    const source = { trace, topology, cast, history };
    expect(ladderOf(source, { fromMs: 0, toMs: 100, untilMs: 100 }).requests).toEqual([
      { place: 0, atMs: 0, n: 8 },
      { place: 1, atMs: 40, n: Number.POSITIVE_INFINITY },
    ]);
  });
});

describe("picking", () => {
  const recording = recorded();
  const untilMs = 5_000;

  test("on any line the element is its own; far from all there is none", () => {
    const { segments } = ladderUntil(recording, untilMs);
    const long = segments.filter(({ fromMs, toMs }) => toMs > fromMs);
    expect(long.length).toBeGreaterThan(40);
    for (const { element, station, fromMs, toMs, share } of long) {
      const near = { station, bandMs: 200, reach: 0.2 };
      const middle = { ...near, timeMs: fromMs + (toMs - fromMs) * 0.7, share: share * 0.7 };
      expect(elementNear(recording, { untilMs }, middle)).toBe(element);
    }
    const nowhere = { station: 0, timeMs: 0, share: 0.5, bandMs: 200, reach: 0.2 };
    expect(elementNear(recording, { untilMs }, nowhere)).toBeNull();
  });

  test("keys go from element to element and stop at both ends", () => {
    const made = recording.history.made.totalUntil(untilMs);
    const last = elementBeside(recording, untilMs, null, 0);
    expect(last).not.toBeNull();
    let element = last;
    for (let i = 1; i < made; i++) element = elementBeside(recording, untilMs, element, -1);
    const first = element;
    expect(elementBeside(recording, untilMs, first, -1)).toBe(first);
    expect(elementBeside(recording, untilMs, last, 1)).toBe(last);
  });
});
