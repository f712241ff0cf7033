/** Kotlin's Flow: what is collected, when, and how adjacent buffers become one. */
import { describe, expect, test } from "vitest";
import { COMPLETED } from "../../../../src/systems/kotlin/coroutines/index.ts";
import {
  buffer,
  collectLatest,
  conflate,
  debounce,
  type Flow,
  flow,
  flowOn,
  MutableSharedFlow,
  sample,
  transform,
  transformLatest,
} from "../../../../src/systems/kotlin/flow/index.ts";
import {
  BUFFERED,
  CancellationException,
  CONFLATED,
  RENDEZVOUS,
  Sim,
  UNLIMITED,
} from "../../../../src/systems/kotlin/index.ts";

/** 0, 1, 2..., each followed by a delay of `everyMs`. */
function numbers(count: number, everyMs: number): Flow<number> {
  return flow(function* (sim, emit) {
    for (let value = 0; value < count; value++) {
      yield* emit(value);
      yield* sim.delay(everyMs);
    }
  });
}

/** `value@ms` for each value at the time its work begins, and when the collection had ended. */
function collected(values: Flow<number>, workMs: number) {
  const sim = new Sim();
  const starts: string[] = [];
  let endMs = Number.NaN;
  sim.launch(function* () {
    yield* values.collect(sim, function* (value) {
      starts.push(`${value}@${sim.now}`);
      yield* sim.delay(workMs);
    });
    endMs = sim.now;
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(sim.end).toEqual({ reason: "completed" });
  return { starts: starts.join(" "), endMs };
}

/** How many values a source that never pauses has emitted before the first one is worked on. */
function roomOf(values: (source: Flow<number>) => Flow<number>): number {
  const sim = new Sim();
  let emitted = 0;
  const source = flow<number>(function* (_, emit) {
    for (let value = 0; value < 200; value++) {
      yield* emit(value);
      emitted++;
    }
  });
  sim.launch(function* () {
    yield* values(source).collect(sim, function* () {
      yield* sim.delay(1);
    });
  });
  sim.runUntil(0);
  return emitted;
}

describe("a source every 10 ms, a collector that takes 35 ms (recorded from kotlinx.coroutines)", () => {
  const source = numbers(8, 10);
  test.each<[string, Flow<number>, string, number]>([
    ["no operator", source, "0@0 1@45 2@90 3@135 4@180 5@225 6@270 7@315", 360],
    ["buffer(2)", buffer(source, 2), "0@0 1@35 2@70 3@105 4@140 5@175 6@210 7@245", 280],
    ["conflate", conflate(source), "0@0 3@35 6@70 7@105", 140],
    ["buffer(1, DROP_LATEST)", buffer(source, 1, "DROP_LATEST"), "0@0 1@35 4@70 7@105", 140],
    ["buffer(2, DROP_OLDEST)", buffer(source, 2, "DROP_OLDEST"), "0@0 2@35 5@70 6@105 7@140", 175],
  ])("%s", (_, values, starts, endMs) => {
    expect(collected(values, 35)).toEqual({ starts, endMs });
  });
});

describe("adjacent buffers are one", () => {
  // The value that the collector works on has been emitted too, and so has one given to a waiting receiver.
  const bounded = (capacity: number) => roomOf((source) => buffer(source, capacity));
  test.each<[string, (source: Flow<number>) => Flow<number>, number]>([
    ["capacities add up", (source) => buffer(buffer(source, 2), 3), bounded(5)],
    ["BUFFERED gives way", (source) => buffer(buffer(source, 2), BUFFERED), bounded(2)],
    ["from above, too", (source) => buffer(buffer(source), 2), bounded(2)],
    ["flowOn alone is 64", (source) => flowOn(source), bounded(64)],
    ["flowOn gives way", (source) => buffer(flowOn(source), RENDEZVOUS), bounded(RENDEZVOUS)],
    ["UNLIMITED stays", (source) => buffer(buffer(source, UNLIMITED), 2), 200],
    [
      "an operator between them parts them",
      (source) =>
        buffer(
          transform<number, number>(buffer(source, 2), (value, emit) => emit(value)),
          3,
        ),
      bounded(5) + 1,
    ],
  ])("%s", (_, values, room) => {
    expect(roomOf(values)).toBe(room);
  });

  test("a lower one that drops replaces the upper; otherwise the upper's overflow stays", () => {
    const burst = numbers(6, 0);
    expect(collected(buffer(buffer(burst, 4), 2, "DROP_OLDEST"), 1).starts).toBe("0@0 4@1 5@2");
    expect(collected(buffer(conflate(burst), 2), 1).starts).toBe(
      collected(buffer(burst, 2, "DROP_OLDEST"), 1).starts,
    );
    expect(collected(flowOn(conflate(burst)), 1)).toEqual(collected(conflate(burst), 1));
    expect(collected(buffer(burst, CONFLATED), 1)).toEqual(collected(conflate(burst), 1));
  });
});

describe("debounce", () => {
  test("emits a value after a quiet time, and the last value at the end", () => {
    const source = flow<number>(function* (sim, emit) {
      for (const [value, pauseMs] of [
        [1, 90],
        [2, 90],
        [3, 1010],
        [4, 1010],
        [5, 0],
      ] as const) {
        yield* emit(value);
        yield* sim.delay(pauseMs);
      }
    });
    expect(collected(debounce(source, 1000), 0)).toEqual({
      starts: "3@1180 4@2190 5@2200",
      endMs: 2200,
    });
  });

  test("of 0 ms changes nothing", () => {
    const source = numbers(3, 10);
    expect(debounce(source, 0)).toBe(source);
  });
});

describe("sample", () => {
  test("emits the newest value at every tick, and drops what is held at the end", () => {
    expect(collected(sample(numbers(10, 110), 200), 0)).toEqual({
      starts: "1@200 3@400 5@600 7@800 9@1000",
      endMs: 1100,
    });
    expect(collected(sample(numbers(3, 10), 1000), 0)).toEqual({ starts: "", endMs: 30 });
  });

  test("a busy collector shifts the ticks", () => {
    expect(collected(sample(numbers(100, 10), 100), 150).starts).toBe(
      "9@100 24@250 39@400 54@550 69@700 84@850 99@1000",
    );
  });
});

describe("collectLatest", () => {
  function latest(count: number, everyMs: number, workMs: number): string[] {
    const sim = new Sim();
    const said: string[] = [];
    sim.launch(function* () {
      yield* collectLatest(sim, numbers(count, everyMs), function* (value) {
        said.push(`${value} starts at ${sim.now}`);
        try {
          yield* sim.delay(workMs);
          said.push(`${value} done at ${sim.now}`);
        } catch (error) {
          if (error instanceof CancellationException) said.push(`${value} cancelled`);
          throw error;
        }
      });
      said.push(`end at ${sim.now}`);
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    return said;
  }

  test("a newer value cancels the block of the one before it", () => {
    expect(latest(4, 10, 25)).toEqual([
      "0 starts at 0",
      "0 cancelled",
      "1 starts at 10",
      "1 cancelled",
      "2 starts at 20",
      "2 cancelled",
      "3 starts at 30",
      "3 done at 55",
      "end at 55",
    ]);
  });

  test("does not cancel a block that is fast enough", () => {
    expect(latest(2, 10, 5)).toEqual([
      "0 starts at 0",
      "0 done at 5",
      "1 starts at 10",
      "1 done at 15",
      "end at 20",
    ]);
  });

  test("transformLatest passes on what a block emits before it is cancelled", () => {
    const values = transformLatest<number, number>(numbers(3, 10), function* (value, emit) {
      yield* emit(value);
      yield* emit(value + 10);
    });
    expect(collected(values, 0).starts).toBe("0@0 10@0 1@10 11@10 2@20 12@20");
  });
});

describe("failures and cancellation", () => {
  test("what the source throws reaches the collector through a buffer", () => {
    const sim = new Sim();
    const failing = flow<number>(function* (_, emit) {
      yield* emit(1);
      throw new Error("boom");
    });
    const said: unknown[] = [];
    sim.launch(function* () {
      try {
        yield* buffer(failing, 5).collect(sim, function* (value) {
          said.push(value);
          yield* sim.delay(10);
          said.push("done");
        });
      } catch (error) {
        said.push((error as Error).message);
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    // The failure cancels the collector at the source's time, before the value was emitted to it.
    expect(said).toEqual(["boom"]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("a collector that throws cancels the source behind a buffer", () => {
    const sim = new Sim();
    const said: string[] = [];
    const source = flow<number>(function* (_, emit) {
      try {
        for (let value = 0; ; value++) {
          yield* emit(value);
          yield* sim.delay(10);
        }
      } catch (error) {
        said.push(`source: ${(error as Error).name} at ${sim.now}`);
        throw error;
      }
    });
    sim.launch(function* () {
      try {
        yield* buffer(source).collect(sim, (value) => {
          if (value === 3) throw new Error("enough");
          return COMPLETED;
        });
      } catch (error) {
        said.push(`collector: ${(error as Error).message} at ${sim.now}`);
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(said).toEqual(["source: CancellationException at 30", "collector: enough at 30"]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("flow: emit in a cancelled coroutine throws even if it would not have to wait", () => {
    const sim = new Sim();
    const collectedValues: number[] = [];
    const job = sim.launch(function* (self) {
      yield* numbers(5, 0).collect(sim, (value) => {
        collectedValues.push(value);
        if (value === 1) self.cancel();
        return COMPLETED;
      });
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(collectedValues).toEqual([0, 1]);
    expect(job.isCancelled).toBe(true);
  });
});

test("sizes and times that Kotlin refuses are refused", () => {
  const source = numbers(1, 0);
  const sim = new Sim();
  expect(() => buffer(source, -5)).toThrow("the capacity must be");
  expect(() => buffer(source, CONFLATED, "DROP_LATEST")).toThrow("cannot be combined");
  expect(() => debounce(source, -1)).toThrow("debounce");
  expect(() => sample(source, 0)).toThrow("sample");
  expect(() => new MutableSharedFlow(sim, { replay: -1 })).toThrow("0 or more");
  expect(() => new MutableSharedFlow(sim, { onBufferOverflow: "DROP_OLDEST" })).toThrow(
    "DROP_OLDEST",
  );
});
