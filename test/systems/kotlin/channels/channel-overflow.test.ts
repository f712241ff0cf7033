/** Channels that drop: conflated, DROP_OLDEST and DROP_LATEST. */
import { describe, expect, test } from "vitest";
import {
  BUFFERED,
  type BufferOverflow,
  Channel,
  CONFLATED,
  RENDEZVOUS,
  UNLIMITED,
} from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

function keptOf(capacity: number, overflow: BufferOverflow): { kept: number[]; lost: number[] } {
  const { sim, run } = loggedSim();
  const lost: number[] = [];
  const kept: number[] = [];
  const channel = new Channel<number>(sim, capacity, overflow, (element) => lost.push(element));
  sim.launch(function* () {
    for (let i = 1; i <= 6; i++) yield* channel.send(i);
    channel.close();
  });
  sim.launch(function* () {
    const iterator = channel.iterator();
    while (yield* iterator.hasNext()) kept.push(iterator.take());
  });
  run();
  return { kept, lost };
}

describe("what a channel keeps of 1 to 6, sent while no receiver waits", () => {
  test.each([
    { capacity: RENDEZVOUS, kept: [6], lost: [1, 2, 3, 4, 5] },
    { capacity: 1, kept: [6], lost: [1, 2, 3, 4, 5] },
    { capacity: BUFFERED, kept: [6], lost: [1, 2, 3, 4, 5] },
    { capacity: 2, kept: [5, 6], lost: [1, 2, 3, 4] },
    { capacity: 3, kept: [4, 5, 6], lost: [1, 2, 3] },
    { capacity: UNLIMITED, kept: [1, 2, 3, 4, 5, 6], lost: [] },
  ])("DROP_OLDEST of capacity $capacity: the last", ({ capacity, kept, lost }) => {
    expect(keptOf(capacity, "DROP_OLDEST")).toEqual({ kept, lost });
  });

  test.each([
    { capacity: RENDEZVOUS, kept: [1], lost: [2, 3, 4, 5, 6] },
    { capacity: 1, kept: [1], lost: [2, 3, 4, 5, 6] },
    { capacity: BUFFERED, kept: [1], lost: [2, 3, 4, 5, 6] },
    { capacity: 2, kept: [1, 2], lost: [3, 4, 5, 6] },
    { capacity: 3, kept: [1, 2, 3], lost: [4, 5, 6] },
    { capacity: UNLIMITED, kept: [1, 2, 3, 4, 5, 6], lost: [] },
  ])("DROP_LATEST of capacity $capacity: the first", ({ capacity, kept, lost }) => {
    expect(keptOf(capacity, "DROP_LATEST")).toEqual({ kept, lost });
  });

  test("CONFLATED: the newest", () => {
    expect(keptOf(CONFLATED, "SUSPEND")).toEqual({ kept: [6], lost: [1, 2, 3, 4, 5] });
  });
});

test("a conflated channel gives the first element to a waiting receiver and keeps the last", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, CONFLATED);
  sim.launch(function* () {
    for (let i = 0; i < 2; i++) say(`received ${yield* channel.receive()}`);
  });
  sim.launch(function* () {
    for (let i = 1; i <= 5; i++) yield* channel.send(i);
  });
  run();
  expect(log).toEqual([
    [0, "received 1"],
    [0, "received 5"],
  ]);
});

test("a slow consumer of a conflated channel sees the latest at each look", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, CONFLATED);
  sim.launch(function* () {
    for (let i = 1; i <= 100; i++) {
      yield* channel.send(i);
      yield* sim.delay(10);
    }
    channel.close();
  });
  sim.launch(function* () {
    const iterator = channel.iterator();
    while (yield* iterator.hasNext()) {
      say(`received ${iterator.take()}`);
      yield* sim.delay(500);
    }
  });
  run();
  expect(log).toEqual([
    [0, "received 1"],
    [500, "received 50"],
    [1000, "received 100"],
  ]);
});

test("DROP_LATEST returns success from trySend for an element that it drops, and reports only those of send", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, 1, "DROP_LATEST", (e) => say(`undelivered ${e}`));
  sim.launch(function* () {
    say(`trySend 1: ${channel.trySend(1)}`);
    say(`trySend 2: ${channel.trySend(2)}`);
    yield* channel.send(3);
    say(`received ${yield* channel.receive()}`);
    say(`then ${String(channel.tryReceive().toString())}`);
  });
  run();
  expect(log.map(([, text]) => text)).toEqual([
    "trySend 1: success",
    "trySend 2: success",
    "undelivered 3",
    "received 1",
    "then Symbol(empty)",
  ]);
});

test("DROP_OLDEST reports what it drops for trySend too", () => {
  const { sim, log, say } = loggedSim();
  const channel = new Channel<number>(sim, 2, "DROP_OLDEST", (e) => say(`undelivered ${e}`));
  const results = [1, 2, 3, 4].map((element) => channel.trySend(element));
  expect(results).toEqual(["success", "success", "success", "success"]);
  expect(log.map(([, text]) => text)).toEqual(["undelivered 1", "undelivered 2"]);
});

describe("refused capacities", () => {
  const { sim } = loggedSim();

  test.each([-3, -100, 1.5, Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])(
    "%d",
    (capacity) => {
      expect(() => new Channel(sim, capacity)).toThrow(
        new RangeError(
          `Channel: capacity must be RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a whole number of 1 or more, not ${capacity}`,
        ),
      );
    },
  );

  test.each(["DROP_OLDEST", "DROP_LATEST"] as const)("CONFLATED with %s", (overflow) => {
    expect(() => new Channel(sim, CONFLATED, overflow)).toThrow(
      new RangeError("Channel: CONFLATED cannot be combined with onBufferOverflow"),
    );
  });
});
