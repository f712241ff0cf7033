/** Channels whose `send` waits: rendezvous, bounded, BUFFERED and unlimited. */
import { describe, expect, test } from "vitest";
import { BUFFERED, Channel, RENDEZVOUS, UNLIMITED } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

describe("a rendezvous channel", () => {
  test("makes the sender wait; the receiver resumes first", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    sim.launch(function* () {
      for (const element of [1, 2]) {
        yield* channel.send(element);
        say(`sent ${element}`);
      }
    });
    sim.launch(function* () {
      for (let i = 0; i < 2; i++) {
        say(`got ${yield* channel.receive()}`);
        yield* sim.delay(10);
      }
    });
    run();
    expect(log).toEqual([
      [0, "got 1"],
      [0, "sent 1"],
      [10, "got 2"],
      [10, "sent 2"],
    ]);
  });

  test("trySend succeeds only if a receiver is already waiting", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, RENDEZVOUS);
    sim.launch(function* () {
      sim.launch(function* () {
        say(`received ${yield* channel.receive()}`);
      });
      say(`launched: ${channel.trySend(1)}`);
      yield* sim.yield();
      say(`waiting: ${channel.trySend(2)}`);
      say(`taken: ${channel.trySend(3)}`);
    });
    run();
    expect(log).toEqual([
      [0, "launched: full"],
      [0, "waiting: success"],
      [0, "taken: full"],
      [0, "received 2"],
    ]);
  });

  test("tryReceive takes from a suspended sender", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim);
    sim.launch(function* () {
      yield* channel.send(1);
      say("sent 1");
    });
    sim.launch(function* () {
      say(`got ${String(channel.tryReceive())}`);
      yield* sim.delay(1);
    });
    run();
    expect(log).toEqual([
      [0, "got 1"],
      [0, "sent 1"],
    ]);
  });
});

describe("a bounded channel", () => {
  test("moves the first waiting sender's element into the buffer inside the receive that makes room", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<string>(sim, 2);
    for (const name of ["A", "B", "C"]) {
      sim.launch(function* () {
        for (const i of [1, 2]) {
          yield* channel.send(`${name}${i}`);
          say(`sent ${name}${i}`);
        }
      });
    }
    sim.launch(function* () {
      yield* sim.delay(10);
      for (let i = 0; i < 6; i++) say(`recv ${yield* channel.receive()}`);
    });
    run();
    expect(log).toEqual([
      [0, "sent A1"],
      [0, "sent A2"],
      [10, "recv A1"],
      [10, "recv A2"],
      [10, "recv B1"],
      [10, "recv C1"],
      [10, "sent B1"],
      [10, "sent B2"],
      [10, "sent C1"],
      [10, "sent C2"],
      [10, "recv B2"],
      [10, "recv C2"],
    ]);
  });

  test("holds its capacity in addition to what it hands to a waiting receiver", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 2);
    sim.launch(function* () {
      for (let i = 0; i < 6; i++) say(`recv ${yield* channel.receive()}`);
    });
    sim.launch(function* () {
      for (let i = 1; i <= 6; i++) {
        yield* channel.send(i);
        say(`sent ${i}`);
      }
    });
    run();
    expect(log.map(([, text]) => text)).toEqual([
      "sent 1",
      "sent 2",
      "sent 3",
      "recv 1",
      "recv 2",
      "recv 3",
      "recv 4",
      "sent 4",
      "sent 5",
      "sent 6",
      "recv 5",
      "recv 6",
    ]);
  });

  test("cannot be overtaken by trySend while a sender waits", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 1);
    sim.launch(function* () {
      for (const i of [1, 2]) yield* channel.send(i);
      say("sent 2");
    });
    sim.launch(function* () {
      say(`recv ${yield* channel.receive()}`);
      say(`trySend 9: ${channel.trySend(9)}`);
      say(`recv ${yield* channel.receive()}`);
      say(`trySend 9: ${channel.trySend(9)}`);
    });
    run();
    expect(log).toEqual([
      [0, "recv 1"],
      [0, "trySend 9: full"],
      [0, "recv 2"],
      [0, "trySend 9: success"],
      [0, "sent 2"],
    ]);
  });

  test("gives the first elements to three workers in order; then whichever runs drains the rest", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 10);
    for (const name of ["w1", "w2", "w3"]) {
      sim.launch(function* () {
        const iterator = channel.iterator();
        while (yield* iterator.hasNext()) say(`${name} ${iterator.take()}`);
      });
    }
    sim.launch(function* () {
      for (let i = 1; i <= 9; i++) yield* channel.send(i);
      channel.close();
    });
    run();
    expect(log.map(([, text]) => text)).toEqual([
      "w1 1",
      "w1 4",
      "w1 5",
      "w1 6",
      "w1 7",
      "w1 8",
      "w1 9",
      "w2 2",
      "w3 3",
    ]);
  });

  test("the element of a waiting sender that is cancelled is not sent", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, 1, "SUSPEND", (e) => say(`undelivered ${e}`));
    const sender = sim.launch(function* () {
      yield* channel.send(1);
      try {
        yield* channel.send(2);
      } finally {
        say("sender leaves");
      }
    });
    sim.launch(function* () {
      yield* channel.send(3);
      say("sent 3");
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      sender.cancel();
      say("cancelled");
      yield* sim.delay(1);
      say(`got ${yield* channel.receive()}`);
      say(`got ${yield* channel.receive()}`);
    });
    run();
    expect(log).toEqual([
      [5, "undelivered 2"],
      [5, "cancelled"],
      [5, "sender leaves"],
      [6, "got 1"],
      [6, "got 3"],
      [6, "sent 3"],
    ]);
  });

  test("a sender that was resumed, then cancelled before it ran, has delivered its element", () => {
    const { sim, log, say, run } = loggedSim();
    const channel = new Channel<number>(sim, RENDEZVOUS, "SUSPEND", (e) => say(`undelivered ${e}`));
    const sender = sim.launch(function* () {
      try {
        yield* channel.send(1);
        say("sent");
      } finally {
        say("sender leaves");
      }
    });
    sim.launch(function* () {
      say(`got ${yield* channel.receive()}`);
      sender.cancel();
    });
    run();
    expect(log).toEqual([
      [0, "got 1"],
      [0, "sender leaves"],
    ]);
  });
});

test("BUFFERED holds 64", () => {
  const { sim, log, say, run } = loggedSim();
  const channel = new Channel<number>(sim, BUFFERED);
  sim.launch(function* () {
    for (let i = 1; i <= 65; i++) {
      yield* channel.send(i);
      if (i >= 64) say(`sent ${i}`);
    }
  });
  sim.launch(function* () {
    yield* sim.delay(7);
    yield* channel.receive();
  });
  run();
  expect(log).toEqual([
    [0, "sent 64"],
    [7, "sent 65"],
  ]);
});

test("an unlimited channel never makes a sender wait", () => {
  const { sim, run } = loggedSim();
  const channel = new Channel<number>(sim, UNLIMITED);
  let maxSize = 0;
  sim.launch(function* () {
    for (let i = 0; i < 10_000; i++) yield* channel.send(i);
    maxSize = channel.size;
    channel.close();
  });
  let sum = 0;
  sim.launch(function* () {
    const iterator = channel.iterator();
    while (yield* iterator.hasNext()) sum += iterator.take();
  });
  run();
  expect({ now: sim.now, maxSize, sum }).toEqual({ now: 0, maxSize: 10_000, sum: 49_995_000 });
});
