/** `MutableSharedFlow`: replay, buffer, slow subscribers, and subscribers that come and go. */
import { describe, expect, test } from "vitest";
import {
  buffer,
  collectLatest,
  flowOn,
  MutableSharedFlow,
} from "../../../../src/systems/kotlin/flow/index.ts";
import { CONFLATED, RENDEZVOUS } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

type Logged = ReturnType<typeof loggedSim>;

/** A subscriber that logs each value that it takes, and works on it for `workMs`. */
function subscribe(
  { sim, say }: Logged,
  shared: MutableSharedFlow<number>,
  name: string,
  workMs: number,
) {
  return sim.launch(function* () {
    yield* shared.collect(sim, function* (value) {
      say(`${name} takes ${value}`);
      yield* sim.delay(workMs);
    });
  }, name);
}

describe("without subscribers", () => {
  test("emit never waits, and the last values are kept for later subscribers", () => {
    const logged = loggedSim();
    const shared = new MutableSharedFlow<number>(logged.sim, { replay: 2 });
    for (const value of [1, 2, 3]) expect(shared.tryEmit(value)).toBe(true);
    expect(shared.replayCache).toEqual([2, 3]);
    expect(shared.subscriptionCount).toBe(0);
    subscribe(logged, shared, "a", 0);
    logged.run();
    expect(logged.log).toEqual([
      [0, "a takes 2"],
      [0, "a takes 3"],
    ]);
    expect(shared.subscriptionCount).toBe(1);
  });

  test("after resetReplayCache a new subscriber is given nothing", () => {
    const logged = loggedSim();
    const shared = new MutableSharedFlow<number>(logged.sim, { replay: 2 });
    shared.tryEmit(1);
    shared.resetReplayCache();
    subscribe(logged, shared, "a", 0);
    logged.run();
    expect(logged.log).toEqual([]);
    expect(shared.replayCache).toEqual([]);
  });
});

describe("a slow subscriber", () => {
  /** Emits six values at once. Returns the results of `tryEmit`, and what the subscriber took. */
  function burst(options: ConstructorParameters<typeof MutableSharedFlow>[1]) {
    const logged = loggedSim();
    const shared = new MutableSharedFlow<number>(logged.sim, options);
    subscribe(logged, shared, "a", 10);
    const answers: boolean[] = [];
    logged.sim.launch(function* () {
      for (const value of [1, 2, 3, 4, 5, 6]) answers.push(shared.tryEmit(value));
      yield* [];
    });
    logged.run();
    return { answers, taken: logged.log.map(([, what]) => Number(what.split(" ").at(-1))) };
  }

  test("fills the buffer: no value is handed over past it", () => {
    expect(burst({ extraBufferCapacity: 2 })).toEqual({
      answers: [true, true, false, false, false, false],
      taken: [1, 2],
    });
  });

  test("DROP_LATEST returns true and drops the value", () => {
    const { answers, taken } = burst({ extraBufferCapacity: 2, onBufferOverflow: "DROP_LATEST" });
    expect(answers).toEqual(new Array(6).fill(true));
    expect(taken).toEqual([1, 2]);
  });

  test("DROP_OLDEST keeps the newest", () => {
    expect(burst({ extraBufferCapacity: 2, onBufferOverflow: "DROP_OLDEST" }).taken).toEqual([
      5, 6,
    ]);
  });

  test("without a buffer, tryEmit is always refused", () => {
    expect(burst({}).answers).toEqual(new Array(6).fill(false));
  });

  test("holds the emitter, and therefore the other subscribers", () => {
    const logged = loggedSim();
    const { sim, log, say } = logged;
    const shared = new MutableSharedFlow<number>(sim, { extraBufferCapacity: 1 });
    subscribe(logged, shared, "slow", 10);
    subscribe(logged, shared, "fast", 0);
    sim.launch(function* () {
      for (const value of [1, 2, 3]) {
        yield* shared.emit(value);
        say(`emitted ${value}`);
      }
    });
    logged.run();
    expect(log).toEqual([
      [0, "emitted 1"],
      [0, "slow takes 1"],
      [0, "fast takes 1"],
      [0, "fast takes 2"],
      [0, "emitted 2"],
      [10, "slow takes 2"],
      [10, "emitted 3"],
      [10, "fast takes 3"],
      [20, "slow takes 3"],
    ]);
  });

  test("without a buffer, the emitter resumes when all subscribers have the value", () => {
    const logged = loggedSim();
    const { sim, log, say } = logged;
    const shared = new MutableSharedFlow<number>(sim);
    subscribe(logged, shared, "slow", 10);
    subscribe(logged, shared, "fast", 0);
    sim.launch(function* () {
      for (const value of [1, 2]) {
        yield* shared.emit(value);
        say(`emitted ${value}`);
      }
    });
    logged.run();
    expect(log).toEqual([
      [0, "slow takes 1"],
      [0, "fast takes 1"],
      [0, "emitted 1"],
      [0, "fast takes 2"],
      [10, "slow takes 2"],
      [10, "emitted 2"],
    ]);
  });
});

describe("cancellation", () => {
  test("a subscriber that leaves no longer holds the emitter", () => {
    const logged = loggedSim();
    const { sim, log, say } = logged;
    const shared = new MutableSharedFlow<number>(sim, { extraBufferCapacity: 1 });
    const slow = subscribe(logged, shared, "slow", 1000);
    sim.launch(function* () {
      for (const value of [1, 2, 3]) {
        yield* shared.emit(value);
        say(`emitted ${value}`);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(30);
      slow.cancel();
    });
    logged.run();
    expect(log).toEqual([
      [0, "emitted 1"],
      [0, "slow takes 1"],
      [0, "emitted 2"],
      [30, "emitted 3"],
    ]);
    expect(shared.subscriptionCount).toBe(0);
  });

  test("the value of an emitter that is cancelled in line is not emitted", () => {
    const logged = loggedSim();
    const { sim, log } = logged;
    const shared = new MutableSharedFlow<number>(sim, { extraBufferCapacity: 1 });
    subscribe(logged, shared, "slow", 10);
    const emit = (value: number) => sim.launch(() => emitOnly(shared, value));
    emit(1);
    sim.launch(function* () {
      yield* sim.delay(1);
      emit(2);
      const cancelled = emit(3);
      emit(4);
      yield* sim.delay(1);
      cancelled.cancel();
    });
    logged.run();
    expect(log).toEqual([
      [0, "slow takes 1"],
      [10, "slow takes 2"],
      [20, "slow takes 4"],
    ]);
    expect(sim.end).toEqual({ reason: "stalled" });
  });

  test("a subscriber that takes a freed slot is woken in its turn", () => {
    const logged = loggedSim();
    const { sim, log } = logged;
    const shared = new MutableSharedFlow<number>(sim, { extraBufferCapacity: 9 });
    const first = subscribe(logged, shared, "first", 0);
    subscribe(logged, shared, "second", 0);
    sim.launch(function* () {
      yield* sim.delay(1);
      first.cancel();
      yield* sim.delay(1);
      subscribe(logged, shared, "third", 0);
      yield* sim.delay(1);
      shared.tryEmit(7);
    });
    logged.run();
    expect(log).toEqual([
      [3, "third takes 7"],
      [3, "second takes 7"],
    ]);
  });
});

function* emitOnly(shared: MutableSharedFlow<number>, value: number) {
  yield* shared.emit(value);
}

describe("operators below", () => {
  test("a channel that would change nothing is left out; any other is added", () => {
    const { sim } = loggedSim();
    const shared = new MutableSharedFlow<number>(sim, { replay: 1 });
    expect(flowOn(shared)).toBe(shared);
    expect(buffer(shared, RENDEZVOUS)).toBe(shared);
    expect(buffer(shared, CONFLATED)).not.toBe(shared);
  });

  test("collectLatest never holds the source", () => {
    const logged = loggedSim();
    const { sim, log, say } = logged;
    const shared = new MutableSharedFlow<number>(sim);
    sim.launch(function* () {
      yield* collectLatest(sim, shared, function* (value) {
        yield* sim.delay(25);
        say(`done ${value}`);
      });
    });
    sim.launch(function* () {
      for (const value of [1, 2, 3, 4]) {
        yield* shared.emit(value);
        yield* sim.delay(10);
      }
      say("all emitted");
    });
    logged.run();
    expect(log).toEqual([
      [40, "all emitted"],
      [55, "done 4"],
    ]);
  });
});
