/** What closing and cancelling a channel does to its senders, receivers and iterators. */
import { describe, expect, test } from "vitest";
import {
  CancellationException,
  Channel,
  CLOSED,
  ClosedSendChannelException,
  RENDEZVOUS,
  type Sim,
} from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

describe("close", () => {
  test("keeps the elements of suspended senders, whose next send throws", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 1);
    sim.launch(function* () {
      for (const i of [1, 2, 3]) {
        yield* channel.send(i);
        say(`sent ${i}`);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      channel.close();
      say(`closed for receive: ${channel.isClosedForReceive}`);
      say(`received ${yield* channel.receive()}`);
      say(`received ${yield* channel.receive()}`);
      say(`closed for receive: ${channel.isClosedForReceive}`);
    });
    run();
    expect(log).toEqual([
      [0, "sent 1"],
      [5, "closed for receive: false"],
      [5, "received 1"],
      [5, "received 2"],
      [5, "closed for receive: true"],
      [5, "sent 2"],
    ]);
    expect(sim.end).toMatchObject({ reason: "failed" });
    const end = sim.end;
    expect(end?.reason === "failed" && end.failure).toBeInstanceOf(ClosedSendChannelException);
  });

  test("then cancel: the senders get the exception of the close, not of the cancellation", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, RENDEZVOUS, "SUSPEND", (e) => say(`undelivered ${e}`));
    sim.launch(function* () {
      try {
        yield* channel.send(1);
      } catch (error) {
        say((error as Error).name);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      channel.close();
      channel.cancel();
      say(`receiveCatching: ${(yield* channel.receiveCatching()) === CLOSED}`);
    });
    run();
    expect(log).toEqual([
      [1, "undelivered 1"],
      [1, "receiveCatching: true"],
      [1, "ClosedSendChannelException"],
    ]);
  });

  test("and a send in the same instant happen in the order of their registration", () => {
    const closeFirst = (sim: Sim, say: (text: string) => void) => {
      const channel = new Channel<number>(sim, 1);
      sim.launch(function* () {
        yield* sim.delay(10);
        say(`close: ${channel.close()}`);
      });
      sim.launch(function* () {
        yield* sim.delay(10);
        say(`trySend: ${channel.trySend(1)}`);
      });
    };
    const { sim, log, say, run } = loggedSim();
    closeFirst(sim, say);
    run();
    expect(log).toEqual([
      [10, "close: true"],
      [10, "trySend: closed"],
    ]);
  });

  test("a receiver woken by the close and then cancelled sees the close", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    const receiver = sim.launch(function* () {
      try {
        yield* channel.receive();
      } catch (error) {
        say((error as Error).name);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      channel.close();
      receiver.cancel();
    });
    run();
    expect(log).toEqual([[1, "ClosedReceiveChannelException"]]);
  });

  test("a receiveCatching woken by the close and then cancelled throws the cancellation", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    const receiver = sim.launch(function* () {
      try {
        yield* channel.receiveCatching();
        say("answered");
      } catch (error) {
        say((error as Error).name);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      channel.close();
      receiver.cancel();
    });
    run();
    expect(log).toEqual([[1, "CancellationException"]]);
  });
});

describe("cancel", () => {
  test("reports from the newest to the oldest, then wakes the senders from the oldest", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 2, "SUSPEND", (e) => say(`undelivered ${e}`));
    for (const element of [1, 2, 3, 4]) {
      sim.launch(function* () {
        try {
          yield* channel.send(element);
        } catch (error) {
          expect(error).toBeInstanceOf(CancellationException);
          say(`send ${element}: ${(error as Error).message}`);
        }
      });
    }
    sim.launch(function* () {
      yield* sim.delay(1);
      channel.cancel();
    });
    run();
    expect(log).toEqual([
      [1, "undelivered 4"],
      [1, "undelivered 3"],
      [1, "undelivered 2"],
      [1, "undelivered 1"],
      [1, "send 3: Channel was cancelled"],
      [1, "send 4: Channel was cancelled"],
    ]);
  });

  test("does not fail the coroutine's scope: it ends as cancelled", () => {
    const { sim, run } = loggedSim();
    const channel = new Channel<number>(sim);
    const sender = sim.launch(function* () {
      yield* channel.send(1);
    });
    const other = sim.launch(function* () {
      yield* sim.delay(5);
    });
    channel.cancel();
    run();
    expect([sender.isCancelled, other.isCancelled]).toEqual([true, false]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("passes its cause on", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    channel.cancel(new CancellationException("the lecture is over"));
    sim.launch(function* () {
      try {
        yield* channel.send(1);
      } catch (error) {
        say((error as Error).message);
      }
    });
    run();
    expect(log).toEqual([[0, "the lecture is over"]]);
  });
});

describe("an iterator", () => {
  test("hasNext again without take keeps the element", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 2);
    for (const element of [1, 2]) channel.trySend(element);
    channel.close();
    sim.launch(function* () {
      const iterator = channel.iterator();
      say(`${yield* iterator.hasNext()}`);
      say(`${yield* iterator.hasNext()}`);
      say(`${iterator.take()}`);
      say(`${yield* iterator.hasNext()}`);
      say(`${iterator.take()}`);
      say(`${yield* iterator.hasNext()}`);
      say(`${yield* iterator.hasNext()}`);
    });
    run();
    expect(log.map(([, text]) => text)).toEqual([
      "true",
      "true",
      "1",
      "true",
      "2",
      "false",
      "false",
    ]);
  });

  test("take without hasNext is an error", () => {
    const { sim } = loggedSim();
    const iterator = new Channel<number>(sim, 1).iterator();
    expect(() => iterator.take()).toThrow("hasNext");
  });

  test("two iterators share the elements of one channel", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 10);
    for (let i = 1; i <= 6; i++) channel.trySend(i);
    channel.close();
    for (const name of ["a", "b"]) {
      sim.launch(function* () {
        const iterator = channel.iterator();
        while (yield* iterator.hasNext()) {
          say(`${name}${iterator.take()}`);
          yield* sim.delay(1);
        }
      });
    }
    run();
    expect(log).toEqual([
      [0, "a1"],
      [0, "b2"],
      [1, "a3"],
      [1, "b4"],
      [2, "a5"],
      [2, "b6"],
    ]);
  });
});

test("a send without yield* is detected at the next send", () => {
  const { sim } = loggedSim();
  const channel = new Channel<number>(sim, 5);
  sim.launch(function* () {
    channel.send(1);
    yield* channel.send(2);
  });
  sim.runUntil(10);
  expect(sim.end).toMatchObject({
    reason: "failed",
    failure: new Error("a send was never started: write `yield* channel.send(element)`"),
  });
});

test("sends, receives and delays are the same iterator again and again: none is allocated", () => {
  const { sim } = loggedSim();
  const channel = new Channel<number>(sim, 5);
  const used: unknown[][] = [[], [], []];
  sim.launch(function* () {
    for (const i of [1, 2, 3]) {
      const send = channel.send(i);
      yield* send;
      const receive = channel.receive();
      yield* receive;
      const delay = sim.delay(1);
      yield* delay;
      for (const [each, operation] of [send, receive, delay].entries()) used[each]?.push(operation);
    }
  });
  sim.runUntil(10);
  expect(used.map((operations) => operations.length)).toEqual([3, 3, 3]);
  expect(used.map((operations) => new Set(operations).size)).toEqual([1, 1, 1]);
});

test("in a cancelled coroutine, operations that need not wait still work", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, 1, "SUSPEND", (e) => say(`undelivered ${e}`));
  const job = sim.launch(function* () {
    job.cancel();
    yield* channel.send(1);
    say("sent 1");
    say(`received ${yield* channel.receive()}`);
    yield* channel.send(2);
    try {
      yield* channel.send(3);
    } catch (error) {
      say((error as Error).name);
    }
    channel.close();
    try {
      yield* channel.send(4);
    } catch (error) {
      say((error as Error).name);
    }
  });
  run();
  expect(log.map(([, text]) => text)).toEqual([
    "sent 1",
    "received 1",
    "undelivered 3",
    "CancellationException",
    "undelivered 4",
    "CancellationException",
  ]);
});
