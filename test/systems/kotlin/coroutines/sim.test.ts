import { describe, expect, test } from "vitest";
import { Random } from "../../../../src/kernel/index.ts";
import { Channel, Sim, UNLIMITED } from "../../../../src/systems/kotlin/index.ts";
import { Trace } from "../../../../src/trace/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";
import { traceBytes } from "../../../support/trace-bytes.ts";

describe("order", () => {
  test("is by time, then by registration", () => {
    const { sim, log, say, run } = loggedSim();
    for (const [name, ms] of [
      ["late", 20],
      ["first at 10", 10],
      ["second at 10", 10],
      ["early", 5],
    ] as const) {
      sim.launch(function* () {
        yield* sim.delay(ms);
        say(name);
      });
    }
    run();
    expect(log).toEqual([
      [5, "early"],
      [10, "first at 10"],
      [10, "second at 10"],
      [20, "late"],
    ]);
  });

  test("of equal delays stays the same however often they repeat", () => {
    const { sim, log, say } = loggedSim();
    for (const name of ["k1", "k2", "k3", "k4"]) {
      sim.launch(function* () {
        for (;;) {
          yield* sim.delay(10);
          say(name);
        }
      });
    }
    sim.runUntil(30);
    const names = log.map(([, text]) => text);
    expect(names).toEqual([1, 2, 3].flatMap(() => ["k1", "k2", "k3", "k4"]));
  });

  test("a timer runs before what becomes ready at its instant", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    sim.launch(function* () {
      yield* channel.receive();
      say("woken by the send");
    });
    sim.launch(function* () {
      yield* sim.delay(10);
      yield* channel.send(1);
      say("sent");
    });
    sim.launch(function* () {
      yield* sim.delay(10);
      say("timer");
    });
    run();
    expect(log).toEqual([
      [10, "sent"],
      [10, "timer"],
      [10, "woken by the send"],
    ]);
  });

  test("yield lets everything that is due run first", () => {
    const { sim, log, say, run } = loggedSim();
    const steps = (name: string, count: number) =>
      function* () {
        for (let i = 1; i <= count; i++) {
          say(`${name}${i}`);
          yield* sim.yield();
        }
      };
    sim.launch(function* (scope) {
      scope.launch(steps("a", 3));
      scope.launch(steps("b", 2));
      say("main");
      yield* sim.yield();
      say("main2");
    });
    run();
    expect(log.map(([, text]) => text)).toEqual(["main", "a1", "b1", "main2", "a2", "b2", "a3"]);
  });

  test.each([0, -1])("delay(%d) returns at once, without yielding", (ms) => {
    const { sim, log, say, run } = loggedSim();
    sim.launch(function* () {
      yield* sim.delay(ms);
      say("first");
    });
    sim.launch(function* () {
      yield* sim.delay(0);
      say("second");
    });
    run();
    expect(log).toEqual([
      [0, "first"],
      [0, "second"],
    ]);
  });

  test("a delay of NaN ms is an error", () => {
    const { sim, run } = loggedSim();
    sim.launch(function* () {
      yield* sim.delay(Number.NaN);
    });
    run();
    expect(sim.end).toMatchObject({
      reason: "failed",
      failure: new RangeError("delay: the time is not a number of ms"),
    });
  });

  test("time never goes back, whatever the delays", () => {
    const { sim } = loggedSim();
    const random = new Random(5, "delays");
    const times: number[] = [];
    for (let k = 0; k < 20; k++) {
      sim.launch(function* () {
        for (let i = 0; i < 50; i++) {
          yield* sim.delay(random.nextInt(4) * random.nextDouble());
          times.push(sim.now);
        }
      });
    }
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(times).toHaveLength(1000);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe("driving", () => {
  function twoTicks() {
    const logged = loggedSim();
    const { sim, say } = logged;
    sim.launch(function* () {
      say("start");
      yield* sim.delay(10);
      say("tick");
      yield* sim.delay(10);
      say("tock");
    });
    return logged;
  }

  test("step runs one event; peek returns the time of the next", () => {
    const { sim, log } = twoTicks();
    expect([sim.now, sim.peek(), log.length]).toEqual([0, 0, 0]);
    expect(sim.step()).toBe(true);
    expect([sim.now, sim.peek(), log.length]).toEqual([0, 10, 1]);
    expect(sim.step()).toBe(true);
    expect([sim.now, sim.peek(), log.length]).toEqual([10, 20, 2]);
    expect(sim.step()).toBe(true);
    expect([sim.now, sim.peek(), log.length]).toEqual([20, Number.POSITIVE_INFINITY, 3]);
    expect(sim.step()).toBe(false);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("runUntil runs what is due at that time and leaves the clock there", () => {
    const { sim, log } = twoTicks();
    sim.runUntil(9.5);
    expect([sim.now, log.length, sim.end]).toEqual([9.5, 1, null]);
    sim.runUntil(10);
    expect([sim.now, log.length, sim.end]).toEqual([10, 2, null]);
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect([sim.now, log.length, sim.end]).toEqual([20, 3, { reason: "completed" }]);
  });

  test("runUntil runs nothing for a time in the past", () => {
    const { sim, log, say } = loggedSim();
    for (const name of ["a", "b"]) {
      sim.launch(function* () {
        yield* sim.delay(10);
        say(name);
      });
    }
    for (let i = 0; i < 3; i++) sim.step();
    expect(log).toEqual([[10, "a"]]);
    sim.runUntil(5);
    expect([sim.now, log.length]).toEqual([10, 1]);
    sim.runUntil(10);
    expect(log).toEqual([
      [10, "a"],
      [10, "b"],
    ]);
  });

  test("stepping and running to the end give the same log", () => {
    const stepped = twoTicks();
    while (stepped.sim.step()) {
      // each step is one event
    }
    const run = twoTicks();
    run.run();
    expect(stepped.log).toEqual(run.log);
  });

  test("a cancelled coroutine that was due is no event: peek and end ignore it", () => {
    const { sim } = loggedSim();
    const sleeper = sim.launch(function* () {
      yield* sim.delay(10);
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      sleeper.cancel();
    });
    while (sim.step()) expect(sim.peek()).toBeGreaterThanOrEqual(sim.now);
    expect([sim.now, sim.peek()]).toEqual([5, Number.POSITIVE_INFINITY]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("coroutines can be launched between runs, at the current time", () => {
    const { sim, log, say } = twoTicks();
    sim.runUntil(15);
    sim.launch(function* () {
      yield* sim.delay(1);
      say("launched later");
    });
    sim.runUntil(30);
    expect(log).toEqual([
      [0, "start"],
      [10, "tick"],
      [16, "launched later"],
      [20, "tock"],
    ]);
  });

  test("current is the running coroutine, and throws between events", () => {
    const { sim, log, say, run } = loggedSim();
    expect(() => sim.current).toThrow("no coroutine is running");
    const job = sim.launch(function* () {
      say(sim.current.name);
      yield* sim.yield();
    }, "the runner");
    sim.step();
    expect(log).toEqual([[0, "the runner"]]);
    expect(() => sim.current).toThrow("no coroutine is running");
    run();
    expect(job.isCompleted).toBe(true);
  });

  test("many simulations run side by side without touching each other", () => {
    const alone = twoTicks();
    alone.run();
    const many = [twoTicks(), twoTicks(), twoTicks()];
    // Interleaved: one steps while the others are in the middle of their runs.
    many[0]?.sim.step();
    many[1]?.sim.runUntil(10);
    for (const { run } of [...many].reverse()) run();
    for (const { log } of many) expect(log).toEqual(alone.log);
  });

  test("one simulation can run inside another's coroutine", () => {
    const outer = loggedSim();
    outer.sim.launch(function* () {
      const inner = twoTicks();
      inner.run();
      outer.say(`inner ended at ${inner.sim.now}`);
      yield* outer.sim.delay(1);
      outer.say(outer.sim.current.name);
    }, "outer");
    outer.run();
    expect(outer.log).toEqual([
      [0, "inner ended at 20"],
      [1, "outer"],
    ]);
  });
});

describe("the end", () => {
  test("is null while there are events to come, then completed", () => {
    const { sim, run } = loggedSim();
    expect(sim.end).toEqual({ reason: "completed" });
    sim.launch(function* () {
      yield* sim.delay(1);
    });
    expect(sim.end).toBeNull();
    run();
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("is failed, with the uncaught exception", () => {
    const { sim, run } = loggedSim();
    const failure = new Error("boom");
    sim.launch(function* () {
      yield* sim.delay(1);
      throw failure;
    });
    run();
    expect(sim.end).toEqual({ reason: "failed", failure });
  });

  test("is stalled when coroutines wait for something that can never come", () => {
    const { sim, run } = loggedSim();
    const channel = new Channel<number>(sim);
    sim.launch(function* () {
      yield* sim.delay(7);
      yield* channel.receive();
    });
    run();
    expect(sim.end).toEqual({ reason: "stalled" });
    expect(sim.now).toBe(7);
  });
});

describe("a bound", () => {
  const FILLED = { reason: "limit", limit: "elements" };

  test("on elements stops a producer without any delay into an unlimited channel", () => {
    const sim = new Sim({ limits: { elements: 1000 } });
    const channel = new Channel<number>(sim, UNLIMITED);
    sim.launch(function* () {
      for (let i = 0; ; i++) yield* channel.send(i);
    });
    sim.runUntil(10);
    expect(sim.end).toEqual({
      ...FILLED,
      message: "1000 elements waited in one channel at 0 ms of virtual time",
    });
    expect(channel.size).toBe(1000);
  });

  test("on events stops a program that would run forever", () => {
    const sim = new Sim({ limits: { events: 500 } });
    let ticks = 0;
    sim.launch(function* () {
      for (;;) {
        yield* sim.delay(1);
        ticks++;
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(sim.end).toMatchObject({
      reason: "limit",
      limit: "events",
      message: `the run reached its bound of 500 events at ${sim.now} ms of virtual time`,
    });
    expect(ticks).toBeGreaterThan(490);
    expect(ticks).toBeLessThanOrEqual(500);
  });

  test.each([
    ["yield", (sim: Sim) => sim.yield()],
    ["delay(0)", (sim: Sim) => sim.delay(0)],
    ["delay", (sim: Sim) => sim.delay(1)],
  ] as const)("on events stops an endless loop of %s", (_name, call) => {
    const sim = new Sim({ limits: { events: 100 } });
    sim.launch(function* () {
      for (;;) yield* call(sim);
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(sim.end).toMatchObject({ reason: "limit", limit: "events" });
  });

  test("on events stops an endless loop of launches", () => {
    const sim = new Sim({ limits: { events: 100 } });
    sim.launch(function* (scope) {
      yield* sim.delay(0);
      for (;;) {
        scope.launch(function* () {
          yield* sim.delay(1);
        });
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(sim.end).toMatchObject({ reason: "limit", limit: "events" });
  });

  test("cannot be caught: a loop that swallows everything gets no further", () => {
    const sim = new Sim({ limits: { elements: 10 } });
    const channel = new Channel<number>(sim, UNLIMITED);
    let caught = 0;
    sim.launch(function* () {
      for (;;) {
        try {
          yield* channel.send(1);
        } catch {
          caught++;
        }
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(caught).toBe(1);
    expect(sim.end).toMatchObject(FILLED);
  });

  test("cannot be caught by a loop of trySend with a delay in it either", () => {
    const sim = new Sim({ limits: { elements: 10 } });
    const channel = new Channel<number>(sim, UNLIMITED);
    const results: string[] = [];
    sim.launch(function* () {
      for (;;) {
        try {
          results.push(channel.trySend(1));
          yield* sim.delay(1);
        } catch {
          results.push("caught");
        }
      }
    });
    sim.runUntil(Number.POSITIVE_INFINITY);
    expect(results.slice(-2)).toEqual(["caught", "closed"]);
    expect(sim.end).toMatchObject(FILLED);
  });

  test("stops everything once it is reached", () => {
    const sim = new Sim({ limits: { events: 10 } });
    sim.launch(function* () {
      for (;;) yield* sim.delay(1);
    });
    sim.runUntil(100);
    const { now } = sim;
    sim.runUntil(200);
    expect([sim.step(), sim.now, sim.peek()]).toEqual([false, now, Number.POSITIVE_INFINITY]);
  });
});

test("the same program gives the same log and the same trace, again and again", () => {
  const play = () => {
    const trace = new Trace();
    const { sim, log, say, run } = loggedSim({ trace });
    const random = new Random(42, "load");
    const channel = new Channel<number>(sim, 4);
    sim.launch(function* () {
      for (let i = 0; i < 300; i++) {
        yield* channel.send(i);
        yield* sim.delay(random.nextExponential(3));
      }
      channel.close();
    });
    for (const name of ["a", "b"]) {
      sim.launch(function* () {
        const iterator = channel.iterator();
        while (yield* iterator.hasNext()) {
          say(`${name} ${iterator.take()}`);
          yield* sim.delay(random.nextExponential(5));
        }
      });
    }
    run();
    return { log, bytes: traceBytes(trace) };
  };
  const first = play();
  expect(first.log).toHaveLength(300);
  expect(play()).toEqual(first);
});

test("after a bound nothing begins: a loop that catches the exception can launch no more", () => {
  const sim = new Sim({ limits: { events: 100 } });
  const bodies: number[] = [];
  let started = 0;
  sim.launch(function* (self) {
    for (let i = 0; i < 1_000; i++) {
      try {
        const job = self.launch(function* () {
          bodies.push(i);
          yield* sim.delay(1);
        });
        if (!job.isCompleted) started++;
      } catch {
        // The bound is thrown once.
      }
    }
    yield* sim.delay(1);
  });
  sim.runUntil(10);
  expect(sim.end).toMatchObject({ reason: "limit", limit: "events" });
  expect(started).toBeLessThan(100);
  expect(bodies).toEqual([]);
});
