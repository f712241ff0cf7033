/**
 * Channels as queues, against the closed formulas. Arrivals come by `trySend`, so a full buffer is a
 * loss; workers take an element out before they work on it, so there are `servers + buffer` places.
 *
 * Every figure is the mean of independent replications with fixed seeds. It must lie within 3.5 standard
 * errors of the theory, and the standard error itself must be small, or the test would prove nothing.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../../../src/kernel/index.ts";
import { Channel, RENDEZVOUS, Sim, UNLIMITED } from "../../../../src/systems/kotlin/index.ts";
import { rounds } from "../../../support/rounds.ts";

/** Draws the time to the next arrival, or a service time, in ms. */
type Law = (random: Random) => number;

const exponential =
  (ratePerSec: number): Law =>
  (random) =>
    random.nextExponential(1000 / ratePerSec);
const constant =
  (ratePerSec: number): Law =>
  () =>
    1000 / ratePerSec;
const mixed: Law = (random) => (random.nextDouble() < 0.1 ? 50 : 10);

interface Queue {
  readonly arrivals: Law;
  readonly service: Law;
  readonly servers: number;
  readonly buffer: number;
}

interface Figures {
  /** Fraction of arrivals that were refused. */
  readonly loss: number;
  /** Mean number in the system, and waiting. */
  readonly l: number;
  readonly lq: number;
  /** Mean time in the system, and waiting, in s, of the accepted arrivals. */
  readonly w: number;
  readonly wq: number;
  /** Rate of accepted arrivals, per s. */
  readonly rate: number;
}

/** Counts arrivals after `warmUp`, until `arrivals` of them have come; then waits for the queue to drain. */
function simulate(queue: Queue, seed: number, arrivals: number, warmUp: number): Figures {
  const sim = new Sim();
  const channel = new Channel<number>(sim, queue.buffer);
  const arrivalRandom = new Random(seed, "arrivals");
  const serviceRandom = new Random(seed, "service");
  let since = 0;
  let until = 0;
  let refused = 0;
  let accepted = 0;
  let sojournMs = 0;
  let waitMs = 0;
  let inSystem = 0;
  let areaMs = 0;
  let waitingAreaMs = 0;
  let lastMs = 0;
  let working = 0;
  const advance = () => {
    if (until === 0) {
      areaMs += inSystem * (sim.now - lastMs);
      waitingAreaMs += (inSystem - working) * (sim.now - lastMs);
    }
    lastMs = sim.now;
  };
  sim.launch(function* () {
    for (let i = 0; i < warmUp + arrivals; i++) {
      yield* sim.delay(queue.arrivals(arrivalRandom));
      advance();
      if (i === warmUp) {
        since = sim.now;
        areaMs = 0;
        waitingAreaMs = 0;
      }
      if (channel.trySend(i < warmUp ? -sim.now : sim.now) === "success") {
        inSystem++;
        if (i >= warmUp) accepted++;
      } else if (i >= warmUp) {
        refused++;
      }
    }
    until = sim.now;
    channel.close();
  });
  for (let k = 0; k < queue.servers; k++) {
    sim.launch(function* () {
      const iterator = channel.iterator();
      while (yield* iterator.hasNext()) {
        const arrivedMs = iterator.take();
        advance();
        working++;
        if (arrivedMs > 0) waitMs += sim.now - arrivedMs;
        yield* sim.delay(queue.service(serviceRandom));
        advance();
        working--;
        inSystem--;
        if (arrivedMs > 0) sojournMs += sim.now - arrivedMs;
      }
    });
  }
  sim.runUntil(Number.POSITIVE_INFINITY);
  const spanMs = until - since;
  return {
    loss: refused / arrivals,
    l: areaMs / spanMs,
    lq: waitingAreaMs / spanMs,
    w: sojournMs / accepted / 1000,
    wq: waitMs / accepted / 1000,
    rate: (accepted / spanMs) * 1000,
  };
}

const REPLICATIONS = 20;

/** Checks every expected figure against the mean of replications. */
function expectFigures(queue: Queue, expected: Partial<Figures>, arrivals = 6000): void {
  const runs = Array.from({ length: REPLICATIONS }, (_, i) =>
    simulate(queue, 1000 + i, arrivals, 500),
  );
  for (const [name, exact] of Object.entries(expected)) {
    const values = runs.map((run) => run[name as keyof Figures]);
    const mean = values.reduce((sum, value) => sum + value, 0) / REPLICATIONS;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const standardError = Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
    expect(standardError / exact, `${name}: standard error`).toBeLessThan(0.04);
    expect(Math.abs(mean - exact) / standardError, `${name}: ${mean} for ${exact}`).toBeLessThan(
      3.5,
    );
  }
}

describe("M/M/1/K", () => {
  test.each([
    {
      arrive: 8,
      serve: 10,
      places: 5,
      loss: 0.088819,
      l: 1.868332,
      lq: 1.139388,
      rate: 7.289444,
      w: 0.256307,
      wq: 0.156307,
    },
    {
      arrive: 10,
      serve: 10,
      places: 10,
      loss: 0.090909,
      l: 5,
      lq: 4.090909,
      rate: 9.090909,
      w: 0.55,
      wq: 0.45,
    },
    {
      arrive: 20,
      serve: 10,
      places: 5,
      loss: 0.507937,
      l: 4.095238,
      lq: 3.111111,
      rate: 9.84127,
      w: 0.416129,
      wq: 0.316129,
    },
    {
      arrive: 100,
      serve: 20,
      places: 11,
      loss: 0.8,
      l: 10.75,
      lq: 9.75,
      rate: 20,
      w: 0.5375,
      wq: 0.4875,
    },
  ])(
    "$arrive arrivals/s, $serve served/s, $places places",
    ({ arrive, serve, places, ...exact }) => {
      expectFigures(
        {
          arrivals: exponential(arrive),
          service: exponential(serve),
          servers: 1,
          buffer: places - 1,
        },
        exact,
      );
    },
  );
});

describe("M/M/c/K", () => {
  test.each([
    {
      arrive: 25,
      serve: 10,
      servers: 3,
      places: 10,
      loss: 0.03904,
      l: 4.061425,
      lq: 1.659025,
      rate: 24.023998,
      w: 0.169057,
      wq: 0.069057,
    },
    {
      arrive: 3,
      serve: 2,
      servers: 2,
      places: 5,
      loss: 0.085114,
      l: 2.005954,
      lq: 0.633625,
      w: 0.730858,
    },
  ])("$arrive arrivals/s, $servers workers of $serve/s, $places places", (row) => {
    const { arrive, serve, servers, places, ...exact } = row;
    expectFigures(
      {
        arrivals: exponential(arrive),
        service: exponential(serve),
        servers,
        buffer: places - servers,
      },
      exact,
    );
  });
});

describe("queues without a bound", () => {
  test.each([
    {
      name: "M/M/1 at half load",
      arrivals: exponential(5),
      service: exponential(10),
      servers: 1,
      l: 1,
      lq: 0.5,
      w: 0.2,
      wq: 0.1,
    },
    {
      name: "M/D/1 at half load",
      arrivals: exponential(5),
      service: constant(10),
      servers: 1,
      lq: 0.25,
      l: 0.75,
      wq: 0.05,
      w: 0.15,
    },
    {
      name: "M/D/1 at 80 %",
      arrivals: exponential(8),
      service: constant(10),
      servers: 1,
      lq: 1.6,
      l: 2.4,
      wq: 0.2,
      w: 0.3,
    },
    {
      name: "D/M/1 at 80 %",
      arrivals: constant(8),
      service: exponential(10),
      servers: 1,
      wq: 0.169273,
    },
    {
      name: "M/M/3 at 83 % (Erlang C)",
      arrivals: exponential(25),
      service: exponential(10),
      servers: 3,
      lq: 3.511236,
      l: 6.011236,
      wq: 0.140449,
      w: 0.240449,
    },
    {
      name: "M/G/1 of the log mix (Pollaczek-Khinchine)",
      arrivals: exponential(50),
      service: mixed,
      servers: 1,
      wq: 0.0283333,
    },
  ])("$name", ({ name: _name, arrivals, service, servers, ...exact }) => {
    expectFigures({ arrivals, service, servers, buffer: UNLIMITED }, exact, 14_000);
  });
});

describe("Erlang B: a rendezvous, where trySend succeeds only while a worker waits", () => {
  test.each([
    { servers: 1, load: 1, loss: 0.5 },
    { servers: 3, load: 2, loss: 0.210526 },
    { servers: 3, load: 2.5, loss: 0.282167 },
    { servers: 10, load: 8, loss: 0.121661 },
    { servers: 10, load: 10, loss: 0.214582 },
  ])(
    "$servers workers under a load of $load, whatever the law of service",
    ({ servers, load, loss }) => {
      const arrivals = exponential(load * 10);
      expectFigures({ arrivals, service: exponential(10), servers, buffer: RENDEZVOUS }, { loss });
      expectFigures({ arrivals, service: constant(10), servers, buffer: RENDEZVOUS }, { loss });
    },
  );
});

test("Little's law holds to the last digit for a run that starts and ends empty", () => {
  const load = fc.record({
    seed: fc.integer(),
    arriveMs: fc.double({ min: 1, max: 50, noNaN: true }),
    serveMs: fc.double({ min: 1, max: 50, noNaN: true }),
    workers: fc.integer({ min: 1, max: 3 }),
    buffer: fc.constantFrom(0, 1, 5, UNLIMITED),
  });
  fc.assert(
    fc.property(load, ({ seed, arriveMs, serveMs, workers, buffer }) => {
      const sim = new Sim();
      const random = new Random(seed, "load");
      const channel = new Channel<number>(sim, buffer);
      let inSystem = 0;
      let areaMs = 0;
      let sojournMs = 0;
      let lastMs = 0;
      const change = (by: number) => {
        areaMs += inSystem * (sim.now - lastMs);
        lastMs = sim.now;
        inSystem += by;
      };
      sim.launch(function* () {
        for (let i = 0; i < 200; i++) {
          yield* sim.delay(random.nextExponential(arriveMs));
          // If `send` waits, the element that it holds is in the system too.
          change(1);
          yield* channel.send(sim.now);
        }
        channel.close();
      });
      for (let k = 0; k < workers; k++) {
        sim.launch(function* () {
          const iterator = channel.iterator();
          while (yield* iterator.hasNext()) {
            const sinceMs = iterator.take();
            yield* sim.delay(random.nextExponential(serveMs));
            change(-1);
            sojournMs += sim.now - sinceMs;
          }
        });
      }
      sim.runUntil(Number.POSITIVE_INFINITY);
      expect(inSystem).toBe(0);
      expect(areaMs / sojournMs).toBeCloseTo(1, 9);
    }),
    { numRuns: rounds(40) },
  );
});

describe("D/D/1", () => {
  /** Constant arrivals and service on a fresh simulation; the consumer's timer is the older one. */
  function constantLoad(buffer: number, arriveMs: number, serveMs: number, suspends: boolean) {
    const sim = new Sim();
    const channel = new Channel<number>(sim, buffer);
    const counts = { offered: 0, accepted: 0, taken: 0 };
    sim.launch(function* () {
      for (let i = 0; ; i++) {
        counts.offered++;
        if (suspends) yield* channel.send(i);
        if (suspends || channel.trySend(i) === "success") counts.accepted++;
        yield* sim.delay(arriveMs);
      }
    });
    sim.launch(function* () {
      for (;;) {
        yield* channel.receive();
        counts.taken++;
        yield* sim.delay(serveMs);
      }
    });
    return { sim, channel, counts };
  }

  test("without a bound grows by the difference of the rates", () => {
    const { sim, channel } = constantLoad(UNLIMITED, 1, 100, false);
    for (const second of [1, 2, 5, 10]) {
      sim.runUntil(second * 1000);
      expect(Math.abs(channel.size - 990 * second)).toBeLessThanOrEqual(1);
    }
  });

  test("with refusal loses 1 - mu / lambda once it is full, and accepts mu T + B", () => {
    const { sim, counts } = constantLoad(10, 10, 50, false);
    sim.runUntil(9999);
    expect(counts).toEqual({ offered: 1000, accepted: 210, taken: 200 });
    sim.runUntil(1_000_000);
    expect(1 - counts.accepted / counts.offered).toBeCloseTo(0.8, 3);
  });

  test("with a waiting producer works at the consumer's rate", () => {
    const { sim, counts } = constantLoad(10, 10, 50, true);
    sim.runUntil(1000);
    const before = counts.accepted;
    sim.runUntil(11_000);
    expect(counts.accepted - before).toBe(200);
  });

  test("with a faster consumer never queues", () => {
    const { sim, channel, counts } = constantLoad(UNLIMITED, 10, 4, false);
    for (let t = 5; t < 2000; t += 10) {
      sim.runUntil(t);
      expect(channel.size).toBe(0);
    }
    expect(counts.taken).toBe(counts.offered);
  });
});
