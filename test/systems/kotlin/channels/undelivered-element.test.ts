/**
 * An `onUndeliveredElement` that throws: the exception is wrapped, and the channel finishes its work, as in
 * kotlinx.coroutines 1.11.0.
 */
import { describe, expect, test } from "vitest";
import {
  type BufferOverflow,
  Channel,
  RENDEZVOUS,
  Sim,
  UndeliveredElementException,
} from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

/** A channel whose handler logs its element, and throws for those in `throwsFor`. */
function channelIn(
  { sim, say }: ReturnType<typeof loggedSim>,
  capacity: number,
  overflow: BufferOverflow,
  throwsFor: readonly number[],
): Channel<number> {
  return new Channel<number>(sim, capacity, overflow, (element) => {
    say(`handler ${element}`);
    if (throwsFor.includes(element)) throw new Error(`boom ${element}`);
  });
}

/** Returns what `action` throws, an exception of the handler, in words. */
function thrownBy(action: () => void): string {
  try {
    action();
  } catch (error) {
    return told(error);
  }
  return "nothing";
}

function told(error: unknown): string {
  if (!(error instanceof UndeliveredElementException)) return (error as Error).name;
  const [cause, ...suppressed] = [error.cause as Error, ...error.suppressed];
  return [cause.message, ...suppressed.map(({ message }) => `also ${message}`)].join(", ");
}

describe("cancelling the channel", () => {
  test("calls every handler, newest first, ends the suspended senders, and throws at the end", () => {
    const logged = loggedSim();
    const { sim, log, say, run } = logged;
    const channel = channelIn(logged, 2, "SUSPEND", [2]);
    for (const element of [1, 2, 3, 4]) {
      sim.launch(function* () {
        try {
          yield* channel.send(element);
          say(`sent ${element}`);
        } catch (error) {
          say(`sender ${element}: ${(error as Error).name}`);
        }
      });
    }
    sim.launch(function* () {
      yield* sim.delay(10);
      say(thrownBy(() => channel.cancel()));
    });
    run();
    expect(log).toEqual([
      [0, "sent 1"],
      [0, "sent 2"],
      [10, "handler 4"],
      [10, "handler 3"],
      [10, "handler 2"],
      [10, "handler 1"],
      [10, "boom 2"],
      [10, "sender 3: CancellationException"],
      [10, "sender 4: CancellationException"],
    ]);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test("the first exception is the cause, the others are suppressed; a second cancel throws nothing", () => {
    const logged = loggedSim();
    const channel = channelIn(logged, 4, "SUSPEND", [1, 2, 4]);
    for (const element of [1, 2, 3, 4]) channel.trySend(element);
    expect(thrownBy(() => channel.cancel())).toBe("boom 4, also boom 2, also boom 1");
    expect(thrownBy(() => channel.cancel())).toBe("nothing");
  });

  test("names the element in the exception", () => {
    const logged = loggedSim();
    const channel = channelIn(logged, 1, "SUSPEND", [7]);
    channel.trySend(7);
    expect(() => channel.cancel()).toThrow("Exception in undelivered element handler for 7");
  });

  test("the same exception again does not become its own suppressed one", () => {
    const sim = new Sim();
    const boom = new Error("boom");
    const channel = new Channel<number>(sim, 2, "SUSPEND", () => {
      throw boom;
    });
    channel.trySend(1);
    channel.trySend(2);
    expect(thrownBy(() => channel.cancel())).toBe("boom");
  });
});

describe("a dropped element", () => {
  test.each<[BufferOverflow, number, number]>([
    ["DROP_OLDEST", 1, 2],
    ["DROP_LATEST", 2, 1],
  ])("%s: send throws what the handler of %i threw, and %i stays", (overflow, lost, kept) => {
    const logged = loggedSim();
    const { sim, log, say, run } = logged;
    const channel = channelIn(logged, 1, overflow, [1, 2]);
    sim.launch(function* () {
      yield* channel.send(1);
      try {
        yield* channel.send(2);
      } catch (error) {
        say(told(error));
      }
    });
    run();
    expect(log.map(([, what]) => what)).toEqual([`handler ${lost}`, `boom ${lost}`]);
    expect(channel.tryReceive()).toBe(kept);
  });

  test("trySend throws for the oldest, dropped to make room, and does not report a latest that it dropped", () => {
    const logged = loggedSim();
    const oldest = channelIn(logged, 1, "DROP_OLDEST", [1]);
    oldest.trySend(1);
    expect(thrownBy(() => oldest.trySend(2))).toBe("boom 1");
    const latest = channelIn(logged, 1, "DROP_LATEST", [2]);
    latest.trySend(1);
    expect(latest.trySend(2)).toBe("success");
  });
});

test.each<BufferOverflow>(["SUSPEND", "DROP_OLDEST", "DROP_LATEST"])(
  "%s: send to a closed channel throws the handler's exception, with its own suppressed",
  (overflow) => {
    const logged = loggedSim();
    const { sim, log, say, run } = logged;
    const channel = channelIn(logged, 1, overflow, [1]);
    channel.close();
    sim.launch(function* () {
      try {
        yield* channel.send(1);
      } catch (error) {
        say(told(error));
      }
    });
    run();
    expect(log.map(([, what]) => what)).toEqual(["handler 1", "boom 1, also Channel was closed"]);
  },
);

describe("a cancelled coroutine ends, and the handler's exception is uncaught", () => {
  test("while it waits in send", () => {
    const logged = loggedSim();
    const { sim, log, run } = logged;
    const channel = channelIn(logged, RENDEZVOUS, "SUSPEND", [2]);
    const sender = sim.launch(function* (self) {
      self.launch(function* () {
        yield* channel.send(2);
      });
      yield* channel.send(1);
    });
    sim.launch(function* () {
      yield* sim.delay(10);
      sender.cancel();
    });
    run();
    expect(log).toEqual([
      [10, "handler 2"],
      [10, "handler 1"],
    ]);
    expect(sim.uncaught.map(told)).toEqual(["boom 2"]);
    expect(sender.isCompleted).toBe(true);
    expect(sim.end).toEqual({ reason: "completed" });
  });

  test.each(["receive", "receiveCatching"] as const)(
    "after it was handed an element in %s",
    (receive) => {
      const logged = loggedSim();
      const { sim, log, run } = logged;
      const channel = channelIn(logged, RENDEZVOUS, "SUSPEND", [1]);
      const receiver = sim.launch(function* () {
        yield* channel[receive]();
      });
      sim.launch(function* () {
        yield* sim.delay(10);
        yield* channel.send(1);
        receiver.cancel();
      });
      run();
      expect(log).toEqual([[10, "handler 1"]]);
      expect(sim.uncaught.map(told)).toEqual(["boom 1"]);
      expect(receiver.isCompleted).toBe(true);
      expect(sim.end).toEqual({ reason: "completed" });
    },
  );
});
