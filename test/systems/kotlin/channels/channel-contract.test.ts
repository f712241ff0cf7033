import { describe, expect, test } from "vitest";
import {
  CancellationException,
  Channel,
  CLOSED,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  EMPTY,
} from "../../../../src/systems/kotlin/index.ts";
import { CHANNEL_KINDS, channelOf } from "../../../support/channel-kinds.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

describe.each(CHANNEL_KINDS)("a channel ($name)", (kind) => {
  test("knows how many elements it holds", () => {
    const { sim } = loggedSim();
    expect(channelOf(sim, kind).capacity).toBe(kind.holds);
  });

  test("gives a waiting receiver the element directly, without a place in the buffer", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    sim.launch(function* () {
      say(`received ${yield* channel.receive()}`);
    });
    sim.launch(function* () {
      yield* channel.send(1);
      say(`sent 1, ${channel.size} buffered`);
    });
    run();
    expect(log).toEqual([
      [0, "sent 1, 0 buffered"],
      [0, "received 1"],
    ]);
  });

  test("serves waiting receivers in order of their arrival", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    for (const name of ["a", "b", "c"]) {
      sim.launch(function* () {
        say(`${name} received ${yield* channel.receive()}`);
      });
    }
    sim.launch(function* () {
      yield* sim.delay(5);
      for (const element of [1, 2, 3]) yield* channel.send(element);
    });
    run();
    expect(log).toEqual([
      [5, "a received 1"],
      [5, "b received 2"],
      [5, "c received 3"],
    ]);
  });

  test("skips a waiting receiver that was cancelled", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    const first = sim.launch(function* () {
      say(`first received ${yield* channel.receive()}`);
    });
    sim.launch(function* () {
      say(`second received ${yield* channel.receive()}`);
    });
    sim.launch(function* () {
      first.cancel();
      yield* channel.send(1);
    });
    run();
    expect(log).toEqual([[0, "second received 1"]]);
  });

  test("delivers elements in order", () => {
    const { sim, run } = loggedSim();
    const channel = channelOf(sim, kind);
    const received: number[] = [];
    sim.launch(function* () {
      for (let i = 1; i <= 200; i++) yield* channel.send(i);
      channel.close();
    });
    sim.launch(function* () {
      const iterator = channel.iterator();
      while (yield* iterator.hasNext()) received.push(iterator.take());
    });
    run();
    expect(received).toEqual([...received].sort((a, b) => a - b));
    const all = Array.from({ length: 200 }, (_, i) => i + 1);
    const dropsOldest = kind.onBufferOverflow !== "DROP_LATEST";
    const kept = Math.min(kind.holds, 200);
    const expected =
      kind.suspends || kept === 200 ? all : dropsOldest ? all.slice(-kept) : all.slice(0, kept);
    expect(received).toEqual(expected);
  });

  test("trySend returns full only if send would wait", () => {
    const { sim } = loggedSim();
    const channel = channelOf(sim, kind);
    const results = Array.from({ length: 70 }, (_, i) => channel.trySend(i));
    const accepted = kind.suspends ? Math.min(kind.holds, 70) : 70;
    expect(results.filter((result) => result === "success")).toHaveLength(accepted);
    expect(results.filter((result) => result === "full")).toHaveLength(70 - accepted);
    expect(channel.size).toBe(Math.min(kind.holds, 70));
  });

  test("tryReceive returns EMPTY, the element, CLOSED", () => {
    const { sim } = loggedSim();
    const channel = channelOf(sim, kind);
    expect(channel.tryReceive()).toBe(EMPTY);
    const sent = channel.trySend(7);
    expect(channel.tryReceive()).toBe(sent === "success" ? 7 : EMPTY);
    channel.close();
    expect(channel.tryReceive()).toBe(CLOSED);
  });

  test("close returns true the first time; the elements inside can still be received, then it is closed", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    channel.trySend(1);
    const inside = channel.size;
    expect([channel.close(), channel.close(), channel.close(new Error("late"))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(channel.trySend(2)).toBe("closed");
    expect(channel.isClosedForSend).toBe(true);
    expect(channel.isClosedForReceive).toBe(inside === 0);
    sim.launch(function* () {
      const iterator = channel.iterator();
      while (yield* iterator.hasNext()) say(`received ${iterator.take()}`);
      say("end");
      say(`catching: ${(yield* channel.receiveCatching()) === CLOSED}`);
      try {
        yield* channel.receive();
      } catch (error) {
        expect(error).toBeInstanceOf(ClosedReceiveChannelException);
        say((error as Error).message);
      }
      try {
        yield* channel.send(3);
      } catch (error) {
        expect(error).toBeInstanceOf(ClosedSendChannelException);
        say((error as Error).message);
      }
    });
    run();
    expect(log).toEqual([
      ...(inside === 1 ? [[0, "received 1"]] : []),
      [0, "end"],
      [0, "catching: true"],
      [0, "Channel was closed"],
      [0, "Channel was closed"],
    ]);
    expect(channel.isClosedForReceive).toBe(true);
  });

  test("close ends the waiting receivers, each in its own way", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    sim.launch(function* () {
      try {
        yield* channel.receive();
      } catch (error) {
        say(`receive: ${(error as Error).name}`);
      }
    });
    sim.launch(function* () {
      say(`hasNext: ${yield* channel.iterator().hasNext()}`);
    });
    sim.launch(function* () {
      say(`receiveCatching: ${(yield* channel.receiveCatching()) === CLOSED ? "closed" : "?"}`);
    });
    sim.launch(function* () {
      yield* sim.delay(3);
      channel.close();
      say("closed");
    });
    run();
    expect(log).toEqual([
      [3, "closed"],
      [3, "receive: ClosedReceiveChannelException"],
      [3, "hasNext: false"],
      [3, "receiveCatching: closed"],
    ]);
  });

  test("close with a cause throws that cause from send, receive and hasNext", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    const cause = new Error("the source broke");
    channel.close(cause);
    sim.launch(function* () {
      const attempts = [
        () => channel.send(1),
        () => channel.receive(),
        () => channel.iterator().hasNext(),
      ];
      for (const attempt of attempts) {
        try {
          yield* attempt();
        } catch (error) {
          say(error === cause ? "the cause" : String(error));
        }
      }
      say(`receiveCatching: ${(yield* channel.receiveCatching()) === CLOSED ? "closed" : "?"}`);
    });
    run();
    expect(log).toEqual([
      [0, "the cause"],
      [0, "the cause"],
      [0, "the cause"],
      [0, "receiveCatching: closed"],
    ]);
  });

  test("cancel discards the elements inside, ends the receivers, and refuses elements from then on", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind, (element) => say(`undelivered ${element}`));
    channel.trySend(1);
    const inside = channel.size;
    channel.cancel();
    expect(channel.size).toBe(0);
    expect([channel.isClosedForSend, channel.isClosedForReceive]).toEqual([true, true]);
    expect([channel.trySend(2), channel.tryReceive()]).toEqual(["closed", CLOSED]);
    sim.launch(function* () {
      for (const attempt of [() => channel.receive(), () => channel.iterator().hasNext()]) {
        try {
          yield* attempt();
        } catch (error) {
          expect(error).toBeInstanceOf(CancellationException);
          say((error as Error).message);
        }
      }
    });
    run();
    expect(log).toEqual([
      ...(inside === 1 ? [[0, "undelivered 1"]] : []),
      [0, "Channel was cancelled"],
      [0, "Channel was cancelled"],
    ]);
  });

  test("cancel resumes waiting receivers with the cancellation", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind);
    sim.launch(function* () {
      try {
        yield* channel.receive();
      } catch (error) {
        say((error as Error).message);
      }
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      channel.cancel();
    });
    run();
    expect(log).toEqual([[1, "Channel was cancelled"]]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("reports the element of a refused send as undelivered, but not that of a refused trySend", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind, (element) => say(`undelivered ${element}`));
    channel.close();
    sim.launch(function* () {
      say(channel.trySend(1));
      try {
        yield* channel.send(2);
      } catch (error) {
        say((error as Error).name);
      }
    });
    run();
    expect(log).toEqual([
      [0, "closed"],
      [0, "undelivered 2"],
      [0, "ClosedSendChannelException"],
    ]);
  });

  test("undefined, null and false are elements like any other", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<unknown>(sim, kind.capacity, kind.onBufferOverflow);
    sim.launch(function* () {
      for (let i = 0; i < 3; i++) say(String(yield* channel.receive()));
    });
    sim.launch(function* () {
      for (const element of [undefined, null, false]) {
        yield* channel.send(element);
        yield* sim.delay(1);
      }
    });
    run();
    expect(log).toEqual([
      [0, "undefined"],
      [1, "null"],
      [2, "false"],
    ]);
  });

  test("an element handed to a receiver that is cancelled before it runs is undelivered", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = channelOf(sim, kind, (element) => say(`undelivered ${element}`));
    const receiver = sim.launch(function* () {
      say(`received ${yield* channel.receive()}`);
    });
    sim.launch(function* () {
      yield* channel.send(1);
      receiver.cancel();
      say("cancelled the receiver");
    });
    run();
    expect(log).toEqual([
      [0, "cancelled the receiver"],
      [0, "undelivered 1"],
    ]);
  });
});
