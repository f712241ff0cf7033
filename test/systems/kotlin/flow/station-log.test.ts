/** What operators and shared flows report to a station: every element that enters leaves or is lost, once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buffer,
  conflate,
  debounce,
  type Flow,
  flow,
  flowOn,
  type HoldingLog,
  MutableSharedFlow,
  sample,
} from "../../../../src/systems/kotlin/flow/index.ts";
import { type BufferOverflow, Sim } from "../../../../src/systems/kotlin/index.ts";
import type { LossRule, StationLog } from "../../../../src/trace/index.ts";

/** A station that counts, and throws for anything that can't happen in it. */
class Station implements StationLog {
  readonly rows: string[] = [];
  readonly held = new Set<unknown>();
  readonly gone: unknown[] = [];
  readonly lostElements: unknown[] = [];
  most = 0;

  made(element: unknown): void {
    throw new Error(`a buffer makes nothing: ${element}`);
  }

  entered(element: unknown): void {
    expect(this.held.has(element), `${element} entered twice`).toBe(false);
    this.held.add(element);
    this.most = Math.max(this.most, this.held.size);
    this.rows.push(`entered ${element}`);
  }

  left(element: unknown): void {
    expect(this.held.delete(element), `${element} left without having entered`).toBe(true);
    this.gone.push(element);
    this.rows.push(`left ${element}`);
  }

  passed(element: unknown): void {
    expect(this.held.has(element)).toBe(false);
    this.gone.push(element);
    this.rows.push(`passed ${element}`);
  }

  merged(element: unknown): void {
    throw new Error(`nothing is merged here: ${element}`);
  }

  lost(element: unknown, { id }: LossRule): void {
    this.held.delete(element);
    this.lostElements.push(element);
    this.rows.push(`lost ${element} by ${id}`);
  }

  began(element: unknown): void {
    throw new Error(`nobody works here: ${element}`);
  }

  done(element: unknown): void {
    throw new Error(`nobody works here: ${element}`);
  }
}

/** An operator's channel and the value that it holds as one station, which a value enters when it is sent. */
function asOneStation(log: StationLog): HoldingLog {
  return {
    channel: {
      entered: (_station, _who, element) => log.entered(element),
      passed: (_station, _who, element) => log.entered(element),
      lost: (_station, _who, element, rule) => log.lost(element, rule),
      left: () => {},
      held: () => {},
      released: () => {},
    },
    held: {
      entered: () => {},
      left: (element) => log.left(element),
      lost: (element, rule) => log.lost(element, rule),
    },
  };
}

const overflows: readonly BufferOverflow[] = ["SUSPEND", "DROP_OLDEST", "DROP_LATEST"];

/** An operator on top of a source; nothing is reported about the source. */
type Operator = (upstream: Flow<number>, log: StationLog) => Flow<number>;

const OPERATORS: readonly (readonly [name: string, operator: Operator])[] = [
  ["conflate", conflate],
  ["flowOn", flowOn],
  ["debounce", (upstream, log) => debounce(upstream, 7, asOneStation(log))],
  ["sample", (upstream, log) => sample(upstream, 10, asOneStation(log))],
  ...overflows.flatMap((overflow) =>
    [0, 1, 3].map(
      (capacity) =>
        [
          `buffer(${capacity}, ${overflow})`,
          (upstream: Flow<number>, log: StationLog) => buffer(upstream, capacity, overflow, log),
        ] as const,
    ),
  ),
];

describe("every element of a cold flow is in one place, and is either collected or lost, once", () => {
  test.each(OPERATORS)("%s", (_, operator) => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 25 }), fc.nat(20), (pauses, workMs) => {
        const station = new Station();
        const sim = new Sim();
        const received: number[] = [];
        let sent = 0;
        const source = flow<number>(function* (_sim, emit) {
          for (const [value, pauseMs] of pauses.entries()) {
            sent++;
            yield* emit(value);
            yield* sim.delay(pauseMs);
          }
        });
        sim.launch(function* () {
          yield* operator(source, station).collect(sim, function* (value) {
            received.push(value);
            yield* sim.delay(workMs);
          });
        });
        while (sim.step()) {
          const known = station.held.size + station.gone.length + station.lostElements.length;
          // The source may be waiting in `emit` with one more.
          expect(sent - known).toBeGreaterThanOrEqual(0);
          expect(sent - known).toBeLessThanOrEqual(1);
        }
        expect(station.held.size).toBe(0);
        expect(station.gone).toEqual(received);
        expect(
          [...received, ...station.lostElements].sort((a, b) => Number(a) - Number(b)),
        ).toEqual(pauses.map((_pause, value) => value));
      }),
    );
  });
});

/** A burst of five through `operator`, into a collector that takes 10 ms. */
function burst(operator: Operator): Station {
  const station = new Station();
  const sim = new Sim();
  const source = flow<number>(function* (_, emit) {
    for (let value = 0; value < 5; value++) yield* emit(value);
  });
  sim.launch(function* () {
    yield* operator(source, station).collect(sim, () => sim.delay(10));
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  return station;
}

describe("the rules by which a burst is lost", () => {
  test.each<[string, Operator, readonly string[]]>([
    [
      "DROP_OLDEST",
      (upstream, log) => buffer(upstream, 2, "DROP_OLDEST", log),
      ["lost 1 by oldest", "lost 2 by oldest"],
    ],
    [
      "DROP_LATEST",
      (upstream, log) => buffer(upstream, 2, "DROP_LATEST", log),
      ["lost 3 by latest", "lost 4 by latest"],
    ],
    [
      "debounce",
      (upstream, log) => debounce(upstream, 5, asOneStation(log)),
      [0, 1, 2, 3].map((value) => `lost ${value} by debounced`),
    ],
  ])("%s", (_, operator, losses) => {
    expect(burst(operator).rows.filter((row) => row.startsWith("lost"))).toEqual(losses);
  });

  test("sample loses what is held at the end", () => {
    expect(burst((upstream, log) => sample(upstream, 5, asOneStation(log))).rows.at(-1)).toBe(
      "lost 4 by unsampled",
    );
  });

  test("a buffer never holds more than its capacity", () => {
    for (const overflow of overflows) {
      expect(burst((upstream, log) => buffer(upstream, 2, overflow, log)).most).toBe(2);
    }
  });

  test("of two merged buffers, the lower one's log is used", () => {
    const above = new Station();
    const station = burst((upstream, log) =>
      buffer(buffer(upstream, 1, "SUSPEND", above), 1, "SUSPEND", log),
    );
    expect(above.rows).toEqual([]);
    expect(station.most).toBe(2);
  });
});

describe("a shared flow", () => {
  test("every value is taken by a subscriber or lost once, whatever the sizes", () => {
    const options = fc.record({
      replay: fc.nat(3),
      extraBufferCapacity: fc.nat(3),
      onBufferOverflow: fc.constantFrom(...overflows),
    });
    const works = fc.array(
      fc.record({ fromMs: fc.nat(30), workMs: fc.nat(20), leaveMs: fc.nat(90) }),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(options, works, fc.nat(8), (sizes, subscribers, everyMs) => {
        fc.pre(
          sizes.replay + sizes.extraBufferCapacity > 0 || sizes.onBufferOverflow === "SUSPEND",
        );
        const log = new Station();
        const sim = new Sim();
        const shared = new MutableSharedFlow<number>(sim, { ...sizes, log });
        const taken = new Set<number>();
        for (const { fromMs, workMs, leaveMs } of subscribers) {
          const job = sim.launch(function* () {
            yield* sim.delay(fromMs);
            yield* shared.collect(sim, function* (value) {
              taken.add(value);
              yield* sim.delay(workMs);
            });
          });
          sim.launch(function* () {
            yield* sim.delay(fromMs + leaveMs);
            job.cancel();
          });
        }
        sim.launch(function* () {
          for (let value = 0; value < 12; value++) {
            yield* shared.emit(value);
            yield* sim.delay(everyMs);
          }
        });
        sim.runUntil(Number.POSITIVE_INFINITY);
        expect(sim.end).toEqual({ reason: "completed" });
        // There are no subscribers any more: only the replay is held.
        expect([...log.held]).toEqual(shared.replayCache);
        const told = [...log.held, ...log.gone, ...log.lostElements];
        expect(told.sort((a, b) => Number(a) - Number(b))).toEqual(
          Array.from({ length: 12 }, (_, value) => value),
        );
        for (const value of log.gone) expect(taken).toContain(value);
        for (const value of log.lostElements) expect(taken).not.toContain(value);
      }),
    );
  });
});
