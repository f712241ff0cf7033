/** `receiveOrTimeout`: Kotlin's `select` of a receive and a timeout. Whichever comes first wins, and nothing is lost. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CancellationException,
  Channel,
  CLOSED,
  EMPTY,
  receiveOrTimeout,
  Sim,
  UNLIMITED,
  withTimeoutOrNull,
} from "../../../../src/systems/kotlin/index.ts";

type Answer = number | typeof CLOSED | typeof EMPTY;

/** Returns the results of one receiver that asks again and again, with their times. */
function receiver(sim: Sim, channel: Channel<number>, timesMs: readonly number[]) {
  const answers: [number, Answer][] = [];
  sim.launch(function* () {
    for (const timeMs of timesMs) {
      const answer = yield* receiveOrTimeout(channel, timeMs);
      answers.push([sim.now, answer]);
    }
  });
  return answers;
}

test("an element that is there is taken at once, whatever the time", () => {
  const sim = new Sim();
  const channel = new Channel<number>(sim, UNLIMITED);
  channel.trySend(1);
  channel.trySend(2);
  const answers = receiver(sim, channel, [0, 5, 0, 0]);
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(answers).toEqual([
    [0, 1],
    [0, 2],
    [0, EMPTY],
    [0, EMPTY],
  ]);
});

test("returns when an element comes, when the time is up, and when the channel is closed", () => {
  const sim = new Sim();
  const channel = new Channel<number>(sim);
  const answers = receiver(sim, channel, [10, 10, 100, 100]);
  sim.launch(function* () {
    yield* sim.delay(15);
    yield* channel.send(1);
    yield* sim.delay(10);
    channel.close();
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(answers).toEqual([
    [10, EMPTY],
    [15, 1],
    [25, CLOSED],
    [25, CLOSED],
  ]);
  // Timeouts that came second never fired.
  expect(sim.now).toBe(25);
});

test("at the very ms of the timeout, the one registered first wins; the element is not lost either way", () => {
  const first = (producerFirst: boolean) => {
    const sim = new Sim();
    const channel = new Channel<number>(sim, 1);
    const send = () =>
      sim.launch(function* () {
        yield* sim.delay(10);
        yield* channel.send(7);
      });
    if (producerFirst) send();
    const answers = receiver(sim, channel, [10, 10]);
    if (!producerFirst) send();
    sim.runUntil(Number.POSITIVE_INFINITY);
    return answers;
  };
  expect(first(true)[0]).toEqual([10, 7]);
  expect(first(false)).toEqual([
    [10, EMPTY],
    [10, 7],
  ]);
});

test("at the timeout, the timer decides; the coroutine itself runs at the end of the instant", () => {
  const sim = new Sim();
  const channel = new Channel<number>(sim);
  const answers = receiver(sim, channel, new Array<number>(9).fill(10));
  sim.launch(function* () {
    for (let element = 0; element < 6; element++) {
      yield* sim.delay(10);
      yield* channel.send(element);
    }
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  // Recorded from kotlinx.coroutines 1.11.0.
  expect(answers).toEqual([
    [10, EMPTY],
    [10, 0],
    [20, EMPTY],
    [20, 1],
    [30, EMPTY],
    [30, 2],
    [40, EMPTY],
    [40, 3],
    [50, EMPTY],
  ]);
});

test("a cancellation between the timer and the coroutine's turn ends it, and no element is lost", () => {
  const undelivered: number[] = [];
  const sim = new Sim();
  const channel = new Channel<number>(sim, 1, "SUSPEND", (element) => undelivered.push(element));
  const answers: Answer[] = [];
  const job = sim.launch(function* () {
    answers.push(yield* receiveOrTimeout(channel, 10));
  });
  sim.launch(function* () {
    yield* sim.delay(10);
    expect(channel.trySend(7)).toBe("success");
    job.cancel();
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(answers).toEqual([]);
  expect(undelivered).toEqual([]);
  expect(channel.tryReceive()).toBe(7);
});

test("in a cancelled coroutine, it takes an element that is there, or else throws at once", () => {
  const sim = new Sim();
  const channel = new Channel<number>(sim, 1);
  channel.trySend(7);
  const said: unknown[] = [];
  const job = sim.launch(function* () {
    try {
      yield* sim.delay(10);
    } catch {
      sim.launch(function* () {
        said.push("another");
        yield* [];
      });
      said.push(yield* receiveOrTimeout(channel, 5));
      try {
        yield* receiveOrTimeout(channel, 5);
      } catch (error) {
        said.push((error as Error).name);
      }
    }
  });
  sim.launch(function* () {
    job.cancel();
    yield* [];
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(said).toEqual([7, "CancellationException", "another"]);
});

test("withTimeoutOrNull loses an element handed over in the very ms in which the time is up", () => {
  const undelivered: number[] = [];
  const sim = new Sim();
  const channel = new Channel<number>(sim, 1, "SUSPEND", (element) => undelivered.push(element));
  sim.launch(function* () {
    yield* sim.delay(10);
    yield* channel.send(7);
  });
  sim.launch(function* () {
    const answer = yield* withTimeoutOrNull(sim, 10, function* () {
      return yield* channel.receive();
    });
    expect(answer).toBeNull();
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(undelivered).toEqual([7]);
});

test("a cancelled wait throws, and its timeout never fires", () => {
  const sim = new Sim();
  const channel = new Channel<number>(sim);
  let thrown: unknown = null;
  const job = sim.launch(function* () {
    try {
      yield* receiveOrTimeout(channel, 100);
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  sim.launch(function* () {
    yield* sim.delay(5);
    job.cancel();
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(thrown).toBeInstanceOf(CancellationException);
  expect(sim.now).toBe(5);
  expect(channel.trySend(1)).toBe("full");
});

test("for any times of sending and waiting, every element is received once, in order, as soon as asked for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { maxLength: 30 }),
      fc.array(fc.nat(6), { minLength: 1, maxLength: 10 }),
      fc.nat(3),
      (pauses, waits, capacity) => {
        const undelivered: number[] = [];
        const sim = new Sim();
        const channel = new Channel<number>(sim, capacity, "SUSPEND", (e) => undelivered.push(e));
        sim.launch(function* () {
          for (const [element, pauseMs] of pauses.entries()) {
            yield* sim.delay(pauseMs);
            yield* channel.send(element);
          }
          channel.close();
        });
        const received: number[] = [];
        sim.launch(function* () {
          for (let i = 0; ; i++) {
            const timeMs = waits[i % waits.length] as number;
            const fromMs = sim.now;
            const answer = yield* receiveOrTimeout(channel, timeMs);
            expect(sim.now - fromMs).toBeLessThanOrEqual(timeMs);
            if (answer === CLOSED) return;
            if (answer !== EMPTY) received.push(answer);
            else if (timeMs === 0) yield* sim.delay(1);
            else expect(sim.now - fromMs).toBe(timeMs);
          }
        });
        sim.runUntil(Number.POSITIVE_INFINITY);
        expect(received).toEqual(pauses.map((_, element) => element));
        expect(undelivered).toEqual([]);
        expect(sim.end).toEqual({ reason: "completed" });
      },
    ),
  );
});
