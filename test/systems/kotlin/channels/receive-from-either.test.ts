/** `receiveFromEither`: Kotlin's `select` of two receives. It loses nothing, and prefers the first channel. */
import { expect, test } from "vitest";
import { receiveFromEither } from "../../../../src/systems/kotlin/channels/index.ts";
import { Channel, CLOSED, type Sim, UNLIMITED } from "../../../../src/systems/kotlin/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

function channelsIn(sim: Sim, capacity: number, undelivered: unknown[] = []) {
  const tell = (element: unknown) => undelivered.push(element);
  const first = new Channel<number>(sim, capacity, "SUSPEND", tell);
  const second = new Channel<string>(sim, capacity, "SUSPEND", tell);
  return { first, second };
}

type Channels = ReturnType<typeof channelsIn>;

/** Receives `times` times, and returns what came from which channel. */
function receiver(
  { sim, say }: ReturnType<typeof loggedSim>,
  { first, second }: Channels,
  times: number,
) {
  return sim.launch(function* () {
    for (let i = 0; i < times; i++) {
      const { from, value } = yield* receiveFromEither(first, second);
      say(`${from}: ${value === CLOSED ? "closed" : value}`);
    }
  });
}

test("takes an element that is there, from the first channel rather than the second", () => {
  const logged = loggedSim();
  const channels = channelsIn(logged.sim, UNLIMITED);
  channels.second.trySend("a");
  channels.first.trySend(1);
  channels.first.trySend(2);
  receiver(logged, channels, 3);
  logged.run();
  expect(logged.log.map(([, what]) => what)).toEqual(["first: 1", "first: 2", "second: a"]);
});

test("waits for whichever comes first, and then leaves both lines", () => {
  const logged = loggedSim();
  const { sim } = logged;
  const channels = channelsIn(sim, 0);
  receiver(logged, channels, 2);
  sim.launch(function* () {
    yield* sim.delay(10);
    expect(channels.second.trySend("a")).toBe("success");
    expect(channels.second.trySend("b")).toBe("full");
    expect(channels.first.trySend(1)).toBe("full");
    yield* sim.delay(10);
    expect(channels.first.trySend(2)).toBe("success");
    yield* sim.delay(10);
    expect(channels.first.trySend(3)).toBe("full");
  });
  logged.run();
  expect(logged.log).toEqual([
    [10, "second: a"],
    [20, "first: 2"],
  ]);
});

test("returns which channel is closed, whether it waited for that or not", () => {
  const logged = loggedSim();
  const { sim } = logged;
  const channels = channelsIn(sim, 0);
  receiver(logged, channels, 2);
  sim.launch(function* () {
    yield* sim.delay(10);
    channels.second.close();
    channels.first.close();
  });
  logged.run();
  expect(logged.log).toEqual([
    [10, "second: closed"],
    [10, "first: closed"],
  ]);
});

test("a cancelled wait leaves both lines; an element that was given in between is undelivered", () => {
  const logged = loggedSim();
  const { sim } = logged;
  const undelivered: unknown[] = [];
  const channels = channelsIn(sim, 0, undelivered);
  const [idle, given] = [receiver(logged, channels, 1), receiver(logged, channels, 1)];
  sim.launch(function* () {
    yield* sim.delay(10);
    idle.cancel();
    expect(channels.first.trySend(1)).toBe("success");
    given.cancel();
    expect(channels.first.trySend(2)).toBe("full");
    expect(channels.second.trySend("a")).toBe("full");
  });
  logged.run();
  expect(logged.log).toEqual([]);
  expect(undelivered).toEqual([1]);
  expect(sim.end).toEqual({ reason: "completed" });
});

test("in a cancelled coroutine, it takes an element that is there, or else throws at once", () => {
  const logged = loggedSim();
  const { sim, log, say } = logged;
  const { first, second } = channelsIn(sim, UNLIMITED);
  second.trySend("a");
  const job = sim.launch(function* (self) {
    self.cancel();
    say(String((yield* receiveFromEither(first, second)).value));
    try {
      yield* receiveFromEither(first, second);
    } catch (error) {
      say((error as Error).name);
    }
  });
  logged.run();
  expect(log.map(([, what]) => what)).toEqual(["a", "CancellationException"]);
  expect(job.isCompleted).toBe(true);
});
