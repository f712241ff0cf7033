/** Structured concurrency: a scope ends after its children, and a failure cancels the others. */
import { describe, expect, test } from "vitest";
import {
  CancellationException,
  Channel,
  coroutineScope,
  type Job,
} from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

test("a launched coroutine starts when the launcher suspends or ends", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (scope) {
    scope.launch(function* () {
      say("child starts");
      yield* sim.yield();
      say("child ends");
    });
    say("launched");
    yield* sim.yield();
    say("after yield");
  });
  run();
  expect(log.map(([, text]) => text)).toEqual([
    "launched",
    "child starts",
    "after yield",
    "child ends",
  ]);
});

test("a coroutine ends after its children", () => {
  const { sim, log, say, run } = loggedSim();
  const parent = sim.launch(function* (scope) {
    scope.launch(function* () {
      yield* sim.delay(100);
      say("child ends");
    });
    yield* sim.delay(10);
    say("body ends");
  });
  sim.launch(function* () {
    yield* sim.delay(50);
    say(`active ${parent.isActive}, completed ${parent.isCompleted}`);
    yield* parent.join();
    say(`active ${parent.isActive}, completed ${parent.isCompleted}`);
  });
  run();
  expect(log).toEqual([
    [10, "body ends"],
    [50, "active true, completed false"],
    [100, "child ends"],
    [100, "active false, completed true"],
  ]);
});

test("a child launched while the parent waits for its children is waited for too", () => {
  const { sim, log, say, run } = loggedSim();
  const parent = sim.launch(function* (scope) {
    scope.launch(function* () {
      yield* sim.delay(10);
      scope.launch(function* () {
        yield* sim.delay(10);
        say("late child ends");
      });
    });
    yield* sim.delay(0);
  });
  sim.launch(function* () {
    yield* parent.join();
    say("joined");
  });
  run();
  expect(log).toEqual([
    [20, "late child ends"],
    [20, "joined"],
  ]);
});

describe("a failing child", () => {
  test("cancels its siblings and its parent, and the simulation fails with its exception", () => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* (scope) {
      scope.launch(function* () {
        yield* sim.delay(10);
        throw new Error("boom");
      });
      scope.launch(function* () {
        try {
          yield* sim.delay(1000);
        } catch (error) {
          expect(error).toBeInstanceOf(CancellationException);
          say(`sibling: ${(error as Error).message}`);
          throw error;
        }
      });
      try {
        yield* sim.delay(1000);
      } catch (error) {
        say(`parent: ${(error as Error).message}`);
        throw error;
      }
    }, "main");
    run();
    expect(log).toEqual([
      [10, "sibling: main is cancelling"],
      [10, "parent: main is cancelling"],
    ]);
    expect(sim.end).toEqual({ reason: "failed", failure: new Error("boom") });
    expect(sim.now).toBe(10);
  });

  test("leaves a sibling that swallows the cancellation running to its next suspension", () => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* () {
      for (let i = 0; i < 3; i++) {
        try {
          yield* sim.delay(10);
          say(`tick ${i}`);
        } catch {
          say(`swallowed ${i}`);
        }
      }
      say("sibling ends");
    });
    sim.launch(function* () {
      yield* sim.delay(15);
      throw new Error("boom");
    });
    run();
    expect(log).toEqual([
      [10, "tick 0"],
      [15, "swallowed 1"],
      [15, "swallowed 2"],
      [15, "sibling ends"],
    ]);
    expect(sim.end).toMatchObject({ reason: "failed" });
  });

  test("that was cancelled first still fails its scope", () => {
    const { sim, run } = loggedSim();
    const parent = sim.launch(function* (scope) {
      scope.launch(function* () {
        try {
          yield* sim.delay(1000);
        } finally {
          // biome-ignore lint/correctness/noUnsafeFinally: a failing clean-up is what is tested
          throw new Error("the clean-up failed");
        }
      });
      yield* sim.delay(1000);
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      parent.cancel();
    });
    run();
    expect(sim.end).toEqual({ reason: "failed", failure: new Error("the clean-up failed") });
  });

  test("that throws something other than an Error has it converted to one", () => {
    const { sim, run } = loggedSim();
    sim.launch(function* () {
      yield* sim.delay(1);
      throw "a text";
    });
    run();
    expect(sim.end).toEqual({ reason: "failed", failure: new Error("a text") });
  });
});

describe("coroutineScope", () => {
  test("returns its value after everything launched in it has ended", () => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* () {
      const value = yield* coroutineScope(sim, function* (scope) {
        scope.launch(function* () {
          yield* sim.delay(30);
          say("child ends");
        });
        yield* sim.delay(10);
        return "value";
      });
      say(value);
    });
    run();
    expect(log).toEqual([
      [30, "child ends"],
      [30, "value"],
    ]);
  });

  test("throws a child's failure into its caller, which may handle it", () => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* () {
      try {
        yield* coroutineScope(sim, function* (scope) {
          scope.launch(function* () {
            yield* sim.delay(5);
            throw new Error("boom");
          });
          scope.launch(function* () {
            try {
              yield* sim.delay(100);
            } finally {
              say("sibling leaves");
            }
          });
          yield* sim.delay(100);
        });
      } catch (error) {
        say(`caught ${(error as Error).message}`);
      }
      yield* sim.delay(1);
      say("goes on");
    });
    run();
    expect(log).toEqual([
      [5, "sibling leaves"],
      [5, "caught boom"],
      [6, "goes on"],
    ]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("throws its own failure only after its children have ended", () => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* () {
      try {
        yield* coroutineScope(sim, function* (scope) {
          scope.launch(function* () {
            try {
              yield* sim.delay(100);
            } finally {
              say("child leaves");
            }
          });
          yield* sim.delay(5);
          throw new Error("the body failed");
        });
      } catch (error) {
        say((error as Error).message);
      }
    });
    run();
    expect(log).toEqual([
      [5, "child leaves"],
      [5, "the body failed"],
    ]);
  });

  test("is cancelled with its caller", () => {
    const { sim, log, say, run } = loggedSim();
    const job = sim.launch(function* () {
      try {
        yield* coroutineScope(sim, function* (scope) {
          scope.launch(function* () {
            try {
              yield* sim.delay(100);
            } finally {
              say("child leaves");
            }
          });
          yield* sim.delay(100);
        });
      } finally {
        say("caller leaves");
      }
    });
    sim.launch(function* () {
      yield* sim.delay(7);
      job.cancel();
    });
    run();
    expect(log).toEqual([
      [7, "child leaves"],
      [7, "caller leaves"],
    ]);
    expect(sim.now).toBe(7);
  });

  test("throws its failure even if the caller is cancelled before it runs", () => {
    const { sim, log, say, run } = loggedSim();
    const caller: Job = sim.launch(function* () {
      try {
        yield* coroutineScope(sim, function* (scope) {
          scope.launch(function* () {
            yield* sim.delay(5);
          });
          yield* sim.yield();
          throw new Error("boom");
        });
      } catch (error) {
        say((error as Error).message);
      }
    });
    sim.launch(function* () {
      yield* sim.yield();
      yield* sim.yield();
      caller.cancel();
      say("cancelled");
    });
    run();
    expect(log).toEqual([
      [0, "cancelled"],
      [0, "boom"],
    ]);
  });
});

test("an uncaught close of a channel fails the producer's scope", () => {
  const { sim, run } = loggedSim();
  const channel = new Channel<number>(sim, 1);
  const consumer = sim.launch(function* () {
    yield* sim.delay(1000);
  });
  sim.launch(function* () {
    channel.close();
    yield* channel.send(1);
  });
  run();
  expect(consumer.isCancelled).toBe(true);
  expect(sim.end).toMatchObject({
    reason: "failed",
    failure: { name: "ClosedSendChannelException", message: "Channel was closed" },
  });
});
