/** Cancellation: when it reaches a coroutine, what it undoes, and in which order. */
import { describe, expect, test } from "vitest";
import {
  CancellationException,
  Channel,
  type Job,
  Semaphore,
} from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

test("a coroutine that was cancelled before its start never runs", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (scope) {
    const child = scope.launch(function* () {
      say("never");
      yield* sim.yield();
    });
    child.cancel();
    say(`completed ${child.isCompleted}`);
    yield* child.join();
    say(`completed ${child.isCompleted}, cancelled ${child.isCancelled}`);
  });
  run();
  expect(log.map(([, text]) => text)).toEqual([
    "completed false",
    "completed true, cancelled true",
  ]);
  expect(sim.end).toEqual({ reason: "completed" });
});

test("a coroutine launched in a cancelled scope never runs", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (scope) {
    scope.cancel();
    const child = scope.launch(function* () {
      say("never");
      yield* sim.yield();
    });
    say(`cancelled ${child.isCancelled}`);
    yield* sim.delay(0);
  });
  run();
  expect(log).toEqual([[0, "cancelled true"]]);
});

test("a delay that was cancelled does not move the clock", () => {
  const { sim, log, say, run } = loggedSim();
  const sleeper = sim.launch(function* () {
    try {
      yield* sim.delay(1_000_000);
    } catch (error) {
      say((error as Error).message);
      throw error;
    }
  }, "sleeper");
  sim.launch(function* () {
    yield* sim.delay(3);
    sleeper.cancel();
    say("cancelled it");
  });
  run();
  expect(log).toEqual([
    [3, "cancelled it"],
    [3, "sleeper was cancelled"],
  ]);
  expect(sim.now).toBe(3);
});

test("a delay that is due in the same instant but has not run yet is cancelled nevertheless", () => {
  const { sim, log, say, run } = loggedSim();
  const jobs: Job[] = [];
  sim.launch(function* () {
    yield* sim.delay(10);
    say("cancels the other");
    jobs[0]?.cancel();
  });
  jobs.push(
    sim.launch(function* () {
      try {
        yield* sim.delay(10);
        say("never");
      } finally {
        say("leaves");
      }
    }),
  );
  sim.launch(function* () {
    yield* sim.delay(10);
    say("third");
  });
  run();
  expect(log).toEqual([
    [10, "cancels the other"],
    [10, "third"],
    [10, "leaves"],
  ]);
});

test("a cancelled coroutine's next delay, yield and join throw at once", () => {
  const { sim, log, say, run } = loggedSim();
  const other = sim.launch(function* () {
    yield* sim.delay(50);
  });
  const job = sim.launch(function* () {
    job.cancel();
    for (const [name, call] of [
      ["delay(0)", () => sim.delay(0)],
      ["delay(1)", () => sim.delay(1)],
      ["yield", () => sim.yield()],
      ["join", () => other.join()],
    ] as const) {
      try {
        yield* call();
        say(`${name} returned`);
      } catch (error) {
        expect(error).toBeInstanceOf(CancellationException);
        say(`${name} threw`);
      }
    }
  });
  run();
  expect(log).toEqual([
    [0, "delay(0) returned"],
    [0, "delay(1) threw"],
    [0, "yield threw"],
    [0, "join threw"],
  ]);
});

test("ensureActive throws the cause of the cancellation", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* (self) {
    self.ensureActive();
    self.cancel(new CancellationException("enough"));
    try {
      self.ensureActive();
    } catch (error) {
      say((error as Error).message);
    }
    yield* sim.delay(0);
  });
  run();
  expect(log).toEqual([[0, "enough"]]);
});

test("a second cancellation, and one after the end, change nothing", () => {
  const { sim, log, say, run } = loggedSim();
  const ended = sim.launch(function* () {
    yield* sim.delay(1);
  });
  const twice = sim.launch(function* () {
    try {
      yield* sim.delay(100);
    } catch (error) {
      say((error as Error).message);
    }
  });
  sim.launch(function* () {
    yield* sim.delay(2);
    ended.cancel();
    twice.cancel(new CancellationException("first"));
    twice.cancel(new CancellationException("second"));
    say(`ended was cancelled: ${ended.isCancelled}`);
  });
  run();
  expect(log).toEqual([
    [2, "ended was cancelled: false"],
    [2, "first"],
  ]);
});

describe("order", () => {
  test("an operation that was suspended before the child was launched is cancelled before it", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<string>(sim, 0, "SUSPEND", (element) => say(`lost ${element}`));
    const parent = sim.launch(function* (scope) {
      sim.launch(function* () {
        scope.launch(function* () {
          yield* channel.send("child's");
        });
        yield* sim.yield();
      });
      yield* channel.send("parent's");
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      parent.cancel();
    });
    run();
    expect(log).toEqual([
      [1, "lost parent's"],
      [1, "lost child's"],
    ]);
  });

  test("children launched before it are cancelled before it, in order of their launch", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<string>(sim, 0, "SUSPEND", (element) => say(`lost ${element}`));
    const parent = sim.launch(function* (scope) {
      for (const name of ["first", "second"]) {
        scope.launch(function* () {
          yield* channel.send(name);
        });
      }
      yield* sim.delay(1);
      yield* channel.send("parent's");
    });
    sim.launch(function* () {
      yield* sim.delay(2);
      parent.cancel();
    });
    run();
    expect(log.map(([, text]) => text)).toEqual(["lost first", "lost second", "lost parent's"]);
  });

  test("a coroutine's channel operations keep the place of the first one that waited", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<string>(sim, 0, "SUSPEND", (element) => say(`lost ${element}`));
    const parent = sim.launch(function* (scope) {
      yield* channel.receive();
      scope.launch(function* () {
        yield* channel.send("child's");
      });
      yield* sim.delay(1);
      yield* channel.send("parent's");
    });
    sim.launch(function* () {
      yield* channel.send("wakes the parent");
      yield* sim.delay(2);
      parent.cancel();
    });
    run();
    expect(log.map(([, text]) => text)).toEqual(["lost parent's", "lost child's"]);
  });

  test("receiveCatching does not: it takes a new place each time", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<string>(sim);
    const parent = sim.launch(function* (scope) {
      yield* channel.receiveCatching();
      scope.launch(function* () {
        try {
          yield* sim.delay(100);
        } finally {
          say("child leaves");
        }
      });
      try {
        yield* channel.receiveCatching();
      } finally {
        say("parent leaves");
      }
    });
    sim.launch(function* () {
      yield* channel.send("wakes the parent");
      yield* sim.delay(2);
      parent.cancel();
    });
    run();
    expect(log.map(([, text]) => text)).toEqual(["child leaves", "parent leaves"]);
  });
});

describe("join", () => {
  test("of a job that has ended returns at once", () => {
    const { sim, log, say, run } = loggedSim();
    const done = sim.launch(function* () {
      yield* sim.delay(1);
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      yield* done.join();
      say("joined");
      yield* sim.yield();
      say("after yield");
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      say("other");
    });
    run();
    expect(log).toEqual([
      [5, "joined"],
      [5, "other"],
      [5, "after yield"],
    ]);
  });

  test("resumes all joining coroutines, in the order in which they joined", () => {
    const { sim, log, say, run } = loggedSim();
    const job = sim.launch(function* () {
      yield* sim.delay(5);
    });
    for (const name of ["a", "b", "c"]) {
      sim.launch(function* () {
        yield* job.join();
        say(name);
      });
    }
    run();
    expect(log).toEqual([
      [5, "a"],
      [5, "b"],
      [5, "c"],
    ]);
  });

  test("of a failed or cancelled job returns normally", () => {
    const { sim, log, say, run } = loggedSim();
    const job = sim.launch(function* () {
      yield* sim.delay(100);
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      job.cancel();
      yield* job.join();
      say(`joined, cancelled ${job.isCancelled}`);
    });
    run();
    expect(log).toEqual([[5, "joined, cancelled true"]]);
  });

  test("throws if the joining coroutine is cancelled, and the job continues", () => {
    const { sim, log, say, run } = loggedSim();
    const job = sim.launch(function* () {
      yield* sim.delay(10);
      say("job ends");
    });
    const joiner = sim.launch(function* () {
      try {
        yield* job.join();
      } catch (error) {
        say((error as Error).name);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      joiner.cancel();
    });
    run();
    expect(log).toEqual([
      [5, "CancellationException"],
      [10, "job ends"],
    ]);
  });
});

test("a permit given to a waiter that is cancelled before it runs is passed on to the next", () => {
  const { sim, log, say, run } = loggedSim();
  const semaphore = new Semaphore(sim, 1);
  expect(semaphore.tryAcquire()).toBe(true);
  const first = sim.launch(function* () {
    yield* semaphore.acquire();
    say("never");
  });
  sim.launch(function* () {
    yield* semaphore.acquire();
    say("second has it");
  });
  sim.launch(function* () {
    semaphore.release();
    first.cancel();
    say(`tryAcquire: ${semaphore.tryAcquire()}`);
    yield* sim.delay(0);
  });
  run();
  expect(log.map(([, text]) => text)).toEqual(["tryAcquire: false", "second has it"]);
});
