/** What pictures find in the logs of a run is what its rows say, and agrees with the state at any row. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  moveOf,
  type Recording,
  requestsOver,
  resultsOf,
  rowIndexOf,
  writesOf,
  writtenConnection,
} from "../../src/run/index.ts";
import { asksToWait, RowKind, type Trace } from "../../src/trace/index.ts";
import { allScenarios } from "../support/everything.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** The rows of a kind for which something holds. */
function rowsWith(trace: Trace, kind: RowKind, holds = (_row: number) => true): number[] {
  return Array.from({ length: trace.length }, (_, row) => row).filter(
    (row) => trace.kindAt(row) === kind && holds(row),
  );
}

/** The numbers of some rows of a run, its last one among them. */
function someRows({ trace }: Recording, count = 40): number[] {
  const step = Math.max(1, Math.floor(trace.length / count));
  const rows = Array.from({ length: Math.ceil(trace.length / step) }, (_, i) => i * step);
  return [...rows, trace.length];
}

/** A run of every strategy whose topology is so. */
function runsWith(holds: (recording: Recording) => boolean): [string, Recording][] {
  const values = { producerDelayMs: 20, consumerDelayMs: 30, durationS: 6 };
  return allScenarios
    .flatMap(({ id: scenario, strategies }) =>
      strategies.map((strategy): [string, Recording] => [
        `${scenario} under ${strategy}`,
        recorded({ scenario, strategy, values }),
      ]),
    )
    .filter(([, recording]) => holds(recording));
}

test("the index finds the rows that a walk over all of them finds", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(1000), (spec, place) => {
      const recording = recorded(spec);
      const { trace, cast, topology } = recording;
      const index = rowIndexOf(recording);
      const end = place % (trace.length + 1);
      const isWorkers = (row: number) => cast.actorOf(trace.whoAt(row))?.role === "worker";
      const received = rowsWith(trace, RowKind.LEFT, isWorkers);
      const lost = rowsWith(trace, RowKind.LOST);
      const all: [typeof index.made, number[]][] = [
        [index.made, rowsWith(trace, RowKind.MADE)],
        [index.received, received],
        [index.lost, lost],
        [index.held, rowsWith(trace, RowKind.HELD)],
        [index.requested, rowsWith(trace, RowKind.REQUESTED)],
      ];
      for (const [log, rows] of all) {
        expect(Array.from({ length: log.length }, (_, i) => log.at(i))).toEqual(rows);
        expect(log.countBefore(end)).toBe(rows.filter((row) => row < end).length);
      }
      for (const [station, { kind }] of topology.stations.entries()) {
        const last = lost.filter((row) => row < end && trace.stationAt(row) === station).slice(-3);
        expect(index.lastLostAt(station, end, 3)).toEqual(last.toReversed());
        if (kind !== "workers") continue;
        const told = rowsWith(trace, RowKind.GAUGE, (row) => {
          return row < end && trace.stationAt(row) === station && trace.detailAt(row) === 1;
        });
        const value = told.length === 0 ? undefined : trace.elementAt(told.at(-1) as number);
        expect(index.lastGauge(station, 1, end)).toBe(value);
      }
      const made = rowsWith(trace, RowKind.MADE).filter((row) => row < end);
      expect(index.lastMade(end, 9)).toEqual(made.slice(-9).map((row) => trace.elementAt(row)));
      for (const row of made.slice(-9)) {
        const element = trace.elementAt(row);
        const ofIt = (rows: number[]) =>
          rows.filter((each) => each < end && trace.elementAt(each) === element);
        expect(index.isReceived(element, end)).toBe(ofIt(received).length > 0);
        const [loss] = ofIt(lost);
        expect(index.ruleOfLoss(element, end)).toBe(loss === undefined ? -1 : trace.detailAt(loss));
      }
    }),
    { numRuns: rounds(60) },
  );
});

test("a move takes its element to where the state has it then", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history, topology } = recorded(spec);
      for (let row = 0; row < Math.min(trace.length, 400); row++) {
        const move = moveOf(trace, row);
        if (move === null) continue;
        const { element, to } = move;
        const { stations, done, lost } = history.cursorAtRow(row + 1);
        const at = stations[to.station];
        const before = at?.contents.toArray().includes(element);
        if (to.at === "gate") expect(at?.held.map((held) => held.element)).toContain(element);
        if (to.at === "inside" && trace.kindAt(row) === RowKind.ENTERED) expect(before).toBe(true);
        if (to.at !== "inside" && topology.stations[to.station]?.kind === "buffer")
          expect(before).toBe(false);
        const earlier = history.stateAtRow(row);
        expect(done - earlier.done).toBe(to.at === "end" ? 1 : 0);
        expect(lost - earlier.lost).toBe(to.at === "lost" ? 1 : 0);
      }
    }),
    { numRuns: rounds(20) },
  );
});

describe("requests", () => {
  const isRequest = ({ topology }: Recording) =>
    topology.connections.some(({ pressure }) => pressure === "request");

  test.each(runsWith(isRequest))("%s: what came of what was requested", (_name, recording) => {
    const { history, topology } = recording;
    for (const [number, { pressure, to }] of topology.connections.entries()) {
      const requests = requestsOver(recording, number);
      if (pressure !== "request") {
        expect(requests).toBeNull();
        continue;
      }
      if (requests === null) expect.fail(`no requests over ${number}`);
      for (const rows of someRows(recording)) {
        const { connections, stations } = history.stateAtRow(rows);
        const { requested = Number.NaN, outstanding = Number.NaN } = connections[number] ?? {};
        const list = Array.from({ length: requests.countBefore(rows) }, (_, i) => requests.at(i));
        expect(list.reduce((sum, { n }) => sum + n, 0)).toBe(requested);
        // As many came as are spent.
        if (Number.isFinite(requested)) {
          const spent = requested - outstanding;
          expect(requests.cameAs(spent, rows)).toBe(-1);
          if (spent > 0) expect(requests.cameAs(spent - 1, rows)).toBeGreaterThanOrEqual(0);
        }
        const station = stations[to];
        if (station?.station.kind !== "buffer") continue;
        expect(requests.insideAt(rows)).toBe(station.contents.length);
      }
    }
  });
});

describe("writes", () => {
  const isWritten = ({ topology }: Recording) => writtenConnection(topology) >= 0;

  test.each(runsWith(isWritten))(
    "%s: what was written, and when the stream asks to wait",
    (_name, recording) => {
      const { history, topology } = recording;
      const log = writesOf(recording);
      const number = writtenConnection(topology);
      const to = topology.connections[number]?.to ?? -1;
      for (const rows of someRows(recording)) {
        const { connections, stations, done } = history.stateAtRow(rows);
        expect(log.countBefore(rows)).toBe(stations[to]?.entered);
        expect(log.doneIn(0, rows, 1e6)).toHaveLength(done);
        const last = log.askedIn(0, rows, 1e6).at(-1);
        const asks = last !== undefined && last.endRow >= rows;
        expect(asks).toBe(asksToWait(connections[number]?.signal ?? null));
        const writes = log.writesIn(0, rows, 1e6);
        // The one that is answered so is among those that were written while the stream asked, or right before.
        if (asks) expect(writes.some(({ waitRow }) => waitRow >= last.row)).toBe(true);
        const spans = writes.map(({ ms }, i) => ms - (writes[Math.max(0, i - 7)]?.ms ?? ms));
        expect(log.longestAmong(rows)).toBe(Math.max(0, ...spans));
      }
    },
  );
});

describe("results", () => {
  const merges = ({ topology }: Recording) =>
    topology.stations.some((station) => station.kind === "buffer" && station.merges === true);

  test.each(runsWith(merges))(
    "%s: each stands for as many as are done with it",
    (_name, recording) => {
      const log = resultsOf(recording);
      for (const rows of someRows(recording)) {
        const { done } = recording.history.stateAtRow(rows);
        let sum = 0;
        for (let i = 0; i < log.countBefore(rows); i++) sum += log.weightAt(i);
        expect(sum).toBe(done);
      }
      expect(log.countBefore(recording.trace.length)).toBeLessThan(
        recording.history.stateAtRow(recording.trace.length).done,
      );
    },
  );
});
