import { expect, test } from "vitest";
import { Random } from "../../../src/kernel/index.ts";
import {
  Batch,
  BoundedSourceQueue,
  Buffer,
  conflate,
  mapAsync,
  type OverflowStrategy,
  PekkoLoop,
  QueueSource,
  Range,
  Source,
  Take,
  Throttle,
  Tick,
  WorkerSink,
  ZipWith,
} from "../../../src/systems/pekko/index.ts";
import { Ledger } from "./ledger.ts";

const STRATEGIES: readonly OverflowStrategy[] = [
  "backpressure",
  "dropHead",
  "dropTail",
  "dropBuffer",
  "dropNew",
  "fail",
];

/** A random graph whose stations all report to one ledger. */
class RandomGraph {
  readonly loop = new PekkoLoop();
  readonly ledger = new Ledger();
  private readonly random: Random;
  private zips = 0;

  constructor(seed: number) {
    this.random = new Random(seed, "graph");
    let source = this.source();
    for (let i = this.upTo(5); i > 0; i--) source = this.below(source, `stage ${i}`);
    const workMs = this.upTo(4) * 3;
    const sink = new WorkerSink<number>(
      () => workMs,
      null,
      this.ledger.station("sink"),
      this.ledger.connection("sink"),
    );
    source.to(sink).run(this.loop, 2 ** this.upTo(4));
  }

  private upTo(max: number): number {
    return this.random.nextInt(max + 1);
  }

  private source(): Source<number> {
    const log = this.ledger.station("source");
    const count = 1 + this.upTo(60);
    switch (this.upTo(3)) {
      case 0:
        return Source.of(new Range(0, count - 1, log));
      case 1: {
        let made = 0;
        const tick = new Tick(1 + this.upTo(4), 1 + this.upTo(4), () => made++, log);
        return Source.of(tick).via(new Take(count));
      }
      case 2: {
        const queue = new BoundedSourceQueue<number>(
          1 + this.upTo(4),
          this.ledger.station("queue"),
        );
        this.offers(count, (v) => {
          log.made(v);
          queue.offer(v);
          if (v === count - 1 && !queue.isCompleted) queue.complete();
        });
        return Source.of(queue);
      }
      default: {
        const queue = new QueueSource<number>(
          this.upTo(4),
          this.strategy(),
          this.ledger.station("queue"),
        );
        this.offers(count, (v) => {
          log.made(v);
          queue.offer(v, { answered: () => {}, refused: () => {} });
          if (v === count - 1) queue.complete();
        });
        return Source.of(queue);
      }
    }
  }

  private offers(count: number, offer: (v: number) => void): void {
    let timeMs = 0;
    for (let v = 0; v < count; v++) {
      this.loop.at(timeMs, () => offer(v));
      timeMs += this.upTo(3);
    }
  }

  private strategy(): OverflowStrategy {
    return STRATEGIES[this.upTo(5)] ?? "fail";
  }

  private below(source: Source<number>, name: string): Source<number> {
    const log = this.ledger.station(name);
    const demand = this.ledger.connection(name);
    switch (this.upTo(6)) {
      case 0:
        return source.async({ log, demand });
      case 1:
        return source.via(new Buffer(1 + this.upTo(5), this.strategy(), log, demand));
      case 2:
        return source.via(
          conflate<number>(this.upTo(1) === 0 ? (a) => a : (_, b) => b, log, demand),
        );
      case 3: {
        const how = { seed: (v: number) => v, aggregate: (_: number, v: number) => v };
        return source.via(new Batch(1 + this.upTo(4), how, log, demand));
      }
      case 4: {
        const mode = this.upTo(3) === 0 ? "enforcing" : "shaping";
        const options = {
          elements: 1 + this.upTo(4),
          perMs: 10,
          maximumBurst: this.upTo(5),
          mode,
        } as const;
        return source.via(new Throttle<number>(options, log, demand));
      }
      case 5: {
        // The second side has its own elements, whose numbers no other source uses.
        const start = 1000 * (this.zips++ + 1);
        const second = Source.of(
          new Range(start, start + this.upTo(60), this.ledger.station(`second of ${name}`)),
        );
        return source.zipWith(second, new ZipWith((first: number) => first, log, demand, demand));
      }
      default: {
        const ms = this.upTo(5);
        const work = (v: number, complete: (v: number) => void) => {
          if (ms === 0) complete(v);
          else this.loop.after(ms, () => complete(v));
        };
        return source.via(mapAsync(1 + this.upTo(3), work, log, demand));
      }
    }
  }
}

test("made = there + done + lost at every step of 1,500 random graphs, and nothing is left at the end", () => {
  const rules = new Set<string>();
  let done = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const { loop, ledger } = new RandomGraph(seed);
    while (loop.step()) {
      const { made, there, lostInAll } = ledger;
      if (made !== there + ledger.done + lostInAll)
        throw new Error(`seed ${seed}: at ${loop.now} ms`);
    }
    expect({ seed, end: loop.end, there: ledger.there }).toEqual({
      seed,
      end: { reason: "completed" },
      there: 0,
    });
    for (const rule of ledger.lost.keys()) rules.add(rule);
    done += ledger.done;
  }
  expect(done).toBeGreaterThan(10_000);
  // Every rule by which a stage loses elements was put to the test.
  expect([...rules].sort()).toEqual([
    "pekko-drop-buffer",
    "pekko-drop-head",
    "pekko-drop-new",
    "pekko-drop-tail",
    "pekko-offer-refused",
    "pekko-overflow",
    "pekko-queue-closed",
    "pekko-queue-full",
    "pekko-rate-exceeded",
    "pekko-stopped",
  ]);
});
