import { expect, test } from "vitest";
import { Channel, withTimeoutOrNull } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

test("returns the value of a body that ends in time, in the same event", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, 10, function* () {
      yield* sim.delay(5);
      say("body ends");
      return "value";
    });
    say(String(value));
  });
  sim.launch(function* () {
    yield* sim.delay(5);
    say("other");
  });
  run();
  expect(log).toEqual([
    [5, "body ends"],
    [5, "value"],
    [5, "other"],
  ]);
  // Its timer is gone: nothing is left to move the clock to 10.
  expect(sim.now).toBe(5);
});

test("returns null when the time runs out first, and cancels the body's current operation", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, 0, "SUSPEND", (element) =>
    say(`undelivered ${element}`),
  );
  sim.launch(function* () {
    const sent = yield* withTimeoutOrNull(sim, 10, function* () {
      try {
        yield* channel.send(1);
      } finally {
        say("body leaves");
      }
      return true;
    });
    say(`sent: ${sent}`);
  });
  run();
  expect(log).toEqual([
    [10, "undelivered 1"],
    [10, "body leaves"],
    [10, "sent: null"],
  ]);
  expect(channel.tryReceive().toString()).toBe("Symbol(empty)");
});

test.each([0, -5])("with %d ms never runs its body, and does not yield", (timeMs) => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, timeMs, function* () {
      say("never");
      yield* sim.delay(0);
      return 1;
    });
    say(String(value));
  });
  sim.launch(function* () {
    say("second");
    yield* sim.delay(0);
  });
  run();
  expect(log).toEqual([
    [0, "null"],
    [0, "second"],
  ]);
});

test("of a hand-over and a timeout in the same instant, the one registered first comes first", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, 0, "SUSPEND", (element) =>
    say(`undelivered ${element}`),
  );
  sim.launch(function* () {
    yield* sim.delay(10);
    yield* channel.send(1);
    say("sent");
  });
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, 10, () => receive());
    say(`received ${value}`);
  });
  function* receive() {
    return yield* channel.receive();
  }
  run();
  // The sender's timer is older: it hands the element over; then the time runs out, and it is lost.
  expect(log).toEqual([
    [10, "sent"],
    [10, "undelivered 1"],
    [10, "received null"],
  ]);
});

test("waits for what was launched in it", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, 50, function* (scope) {
      scope.launch(function* () {
        yield* sim.delay(20);
        say("child ends");
      });
      yield* sim.delay(1);
      return "value";
    });
    say(String(value));
  });
  run();
  expect(log).toEqual([
    [20, "child ends"],
    [20, "value"],
  ]);
});

test("the time limit also applies to what was launched in it", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, 5, function* (scope) {
      scope.launch(function* () {
        try {
          yield* sim.delay(20);
        } finally {
          say("child leaves");
        }
      });
      yield* sim.delay(1);
      return "value";
    });
    say(String(value));
  });
  run();
  expect(log).toEqual([
    [5, "child leaves"],
    [5, "null"],
  ]);
});

test("passes an outer cancellation on", () => {
  const { sim, log, say, run } = loggedSim();
  const job = sim.launch(function* () {
    try {
      yield* withTimeoutOrNull(sim, 100, function* () {
        yield* sim.delay(50);
      });
      say("never");
    } catch (error) {
      say((error as Error).name);
      throw error;
    }
  });
  sim.launch(function* () {
    yield* sim.delay(5);
    job.cancel();
  });
  run();
  expect(log).toEqual([[5, "CancellationException"]]);
  expect([sim.now, job.isCancelled]).toEqual([5, true]);
});

test("an inner limit passes an outer one's timeout on", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const outer = yield* withTimeoutOrNull(sim, 5, function* () {
      const inner = yield* withTimeoutOrNull(sim, 50, function* () {
        yield* sim.delay(100);
        return 1;
      });
      say(`never: ${inner}`);
      return 2;
    });
    say(`outer ${outer}`);
  });
  run();
  expect(log).toEqual([[5, "outer null"]]);
});

test("of two limits reached in the same instant, the inner one returns null for itself", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const outer = yield* withTimeoutOrNull(sim, 5, function* () {
      const inner = yield* withTimeoutOrNull(sim, 5, function* () {
        yield* sim.delay(100);
        return 1;
      });
      say(`inner ${inner}`);
      yield* sim.delay(1);
      return 2;
    });
    say(`outer ${outer}`);
  });
  run();
  expect(log).toEqual([
    [5, "inner null"],
    [5, "outer null"],
  ]);
});

test("throws what its body throws", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    try {
      yield* withTimeoutOrNull(sim, 5, function* () {
        yield* sim.delay(1);
        throw new Error("boom");
      });
    } catch (error) {
      say((error as Error).message);
    }
  });
  run();
  expect(log).toEqual([[1, "boom"]]);
  expect(sim.end).toEqual({ reason: "completed" });
});

test("returns null even if the body swallows the timeout and returns a value", () => {
  const { sim, log, say, run } = loggedSim();
  sim.launch(function* () {
    const value = yield* withTimeoutOrNull(sim, 5, function* () {
      try {
        yield* sim.delay(100);
      } catch {
        say("swallowed");
      }
      return "value";
    });
    say(String(value));
  });
  run();
  expect(log).toEqual([
    [5, "swallowed"],
    [5, "null"],
  ]);
});
