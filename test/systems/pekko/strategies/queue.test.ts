/** Programs with both forms of `Source.queue`: the answer to each offer, when it comes, and who waits for it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import {
  BoundedSourceQueue,
  type OverflowStrategy,
  PekkoLoop,
  QueueSource,
  Source,
} from "../../../../src/systems/pekko/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { outcomeOf, runUntil } from "../streams.ts";

const LOAD = { producerDelayMs: 10, consumerDelayMs: 100, count: 8, capacity: 3, parallelism: 1 };

function printed(id: StrategyId, values: object): string[] {
  return playProgram(id, { ...LOAD, ...values }, 60_000).lines.map(
    ({ timeMs, text }) => `${timeMs} ${text}`,
  );
}

const offersOf = (lines: readonly string[]) => lines.filter((line) => line.includes("offer"));

describe("Source.queue(n)", () => {
  const ID = "pekko-bounded-queue";

  test("answers each offer in the ms in which it is made: Dropped while n wait", () => {
    expect(offersOf(printed(ID, {}))).toEqual(
      Array.from(
        { length: 8 },
        (_, i) => `${10 * i} offer ${i}: ${i < 4 ? "Enqueued" : "Dropped"}`,
      ),
    );
  });

  test("never holds the producer, and loses elements that arrive at a full queue", () => {
    const run = recorded({ strategy: ID, values: { ...LOAD, durationS: 1 } });
    const rows = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row));
    expect(rows.filter(({ kind }) => kind === RowKind.HELD)).toEqual([]);
    const lost = rows.filter(({ kind }) => kind === RowKind.LOST);
    expect(lost.map(({ element }) => element)).toEqual([4, 5, 6, 7]);
    expect(new Set(lost.map(({ detail }) => run.losses[detail]?.id))).toEqual(
      new Set(["pekko-queue-full"]),
    );
  });

  test("its text prints what offer returns", () => {
    const { text } = sourceTextOf(strategyOf(catalogue, ID), { ...LOAD }, "en");
    expect(text).toContain("Source.<Integer>queue(3)");
    expect(text).toContain('System.out.println("offer " + i + ": " + queue.offer(i));');
  });
});

describe("Source.queue(n, overflowStrategy)", () => {
  const ID = "pekko-queue";

  test("backpressure: the answer comes when there is room, and the producer waits for it", () => {
    const values = { overflowStrategy: "backpressure" };
    expect(offersOf(printed(ID, values)).slice(0, 6)).toEqual([
      "0 offer 0: Enqueued",
      "10 offer 1: Enqueued",
      "20 offer 2: Enqueued",
      "30 offer 3: Enqueued",
      "100 offer 4: Enqueued",
      "200 offer 5: Enqueued",
    ]);
    const run = recorded({ strategy: ID, values: { ...LOAD, ...values, durationS: 1 } });
    const { stations } = run.history.stateAt(90);
    expect(stations[0]?.actors[0]).toMatchObject({ activity: "held", heldAt: 1, hand: [4] });
    expect(stations[1]?.contents.toArray()).toEqual([1, 2, 3]);
    expect(run.history.stateAt(105).stations[0]?.actors[0]).toMatchObject({ activity: "busy" });
  });

  test.each([
    ["dropHead", 8, [0, 5, 6, 7]],
    ["dropTail", 8, [0, 1, 2, 7]],
    ["dropBuffer", 8, [0, 7]],
    ["dropNew", 4, [0, 1, 2, 3]],
  ])(
    "%s: answers Enqueued %i times, and these are done: %j",
    (overflowStrategy, enqueued, done) => {
      const lines = printed(ID, { overflowStrategy });
      expect(lines.filter((line) => line.endsWith("Enqueued"))).toHaveLength(enqueued);
      expect(lines.flatMap((line) => /done (\d+)/.exec(line)?.[1] ?? []).map(Number)).toEqual(done);
    },
  );

  test("fail: the offer is answered, then the stream reports its failure, and nothing more is offered", () => {
    expect(printed(ID, { overflowStrategy: "fail" }).slice(-3)).toEqual([
      "40 made 4",
      "40 offer 4: Failure",
      "40 Buffer overflow (max capacity was: 3)!",
    ]);
    const { text } = sourceTextOf(
      strategyOf(catalogue, ID),
      { ...LOAD, overflowStrategy: "fail" },
      "en",
    );
    expect(text).toContain("result instanceof QueueOfferResult.Failure");
  });
});

/** Recordings of the real library prove these queues: test/parity/pekko-streams.test.ts. */
describe("the consumer gets what the bare queue gives under the same offers", () => {
  const loads = fc.record({
    producerDelayMs: fc.integer({ min: 1, max: 30 }),
    consumerDelayMs: fc.nat(60),
    count: fc.integer({ min: 1, max: 40 }),
    capacity: fc.integer({ min: 1, max: 6 }),
  });

  /** Returns when the bare stream's worker begins each element, if an offer is made every `producerDelayMs`. */
  function bare(
    { producerDelayMs, consumerDelayMs, count }: typeof LOAD,
    queue: BoundedSourceQueue<number> | QueueSource<number>,
  ): string[] {
    const loop = new PekkoLoop();
    const outcome = outcomeOf(Source.of(queue), { workMs: consumerDelayMs, loop, untilMs: -1 });
    const offer = (i: number) => {
      if (i === count) return;
      if (queue instanceof QueueSource) queue.offer(i, { answered() {}, refused() {} });
      else queue.offer(i);
      loop.after(producerDelayMs, () => offer(i + 1));
    };
    offer(0);
    runUntil(loop, 60_000);
    return outcome.received.map(([ms, element]) => `${ms} ${element}`);
  }

  const received = (id: StrategyId, values: object) =>
    printed(id, values).flatMap((line) => {
      const found = /^(\d+) received (\d+)$/.exec(line);
      return found === null ? [] : [`${found[1]} ${found[2]}`];
    });

  test("Source.queue(n), whatever the load", () => {
    fc.assert(
      fc.property(loads, (load) => {
        const values = { ...LOAD, ...load };
        expect(received("pekko-bounded-queue", values)).toEqual(
          bare(values, new BoundedSourceQueue<number>(values.capacity)),
        );
      }),
      { numRuns: rounds(200, 40) },
    );
  });

  test("Source.queue(n, strategy), with every strategy that answers at once", () => {
    const strategies = fc.constantFrom<OverflowStrategy>(
      "dropHead",
      "dropTail",
      "dropBuffer",
      "dropNew",
    );
    fc.assert(
      fc.property(loads, strategies, (load, overflowStrategy) => {
        const values = { ...LOAD, ...load, overflowStrategy };
        expect(received("pekko-queue", values)).toEqual(
          bare(values, new QueueSource<number>(values.capacity, overflowStrategy)),
        );
      }),
      { numRuns: rounds(200, 40) },
    );
  });
});
