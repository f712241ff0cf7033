import { describe, expect, test } from "vitest";
import {
  BoundedSourceQueue,
  type OverflowStrategy,
  PekkoLoop,
  QueueSource,
  Source,
} from "../../../src/systems/pekko/index.ts";
import { elementsOf, outcomeOf, runUntil } from "./streams.ts";

describe("Source.queue(size)", () => {
  test("answers at once, drops elements without room, and still emits what it holds after complete()", () => {
    const loop = new PekkoLoop();
    const queue = new BoundedSourceQueue<number>(2);
    const outcome = outcomeOf(Source.of(queue), { workMs: 10, loop, untilMs: 0 });
    loop.after(0, () => {
      expect([0, 1, 2].map((v) => queue.offer(v).kind)).toEqual([
        "Enqueued",
        "Enqueued",
        // The stage has not run in between, so the sink's request has not taken one out.
        "Dropped",
      ]);
    });
    loop.after(1, () => {
      expect(queue.offer(3).kind).toBe("Enqueued");
      queue.complete();
      expect(queue.offer(4).kind).toBe("QueueClosed");
      expect(() => queue.complete()).toThrow("the queue has been completed already");
    });
    runUntil(loop, 100);
    expect(elementsOf(outcome)).toEqual([0, 1, 3]);
    expect(outcome.end).toBe("complete");
  });
});

describe("Source.queue(size, strategy)", () => {
  /** Returns the answers to four offers in one instant, in the order in which they came. */
  function answers(size: number, strategy: OverflowStrategy) {
    const loop = new PekkoLoop();
    const queue = new QueueSource<number>(size, strategy);
    const told: string[] = [];
    const outcome = outcomeOf(Source.of(queue), { workMs: 10, loop, untilMs: 0 });
    for (let v = 0; v < 4; v++) {
      loop.after(0, () => {
        queue.offer(v, {
          answered: ({ kind }) => told.push(`${v} ${kind}`),
          refused: ({ name }) => told.push(`${v} ${name}`),
        });
      });
    }
    runUntil(loop, 100);
    return { told, received: elementsOf(outcome), end: outcome.end };
  }

  test("backpressure: one offer may be pending, and a second is refused", () => {
    expect(answers(1, "backpressure")).toEqual({
      told: ["0 Enqueued", "1 Enqueued", "3 IllegalStateException", "2 Enqueued"],
      received: [0, 1, 2],
      end: null,
    });
  });

  test("strategies that make room answer Enqueued; dropNew answers Dropped", () => {
    expect(answers(1, "dropHead").received).toEqual([0, 3]);
    expect(answers(1, "dropHead").told).toEqual(["0", "1", "2", "3"].map((v) => `${v} Enqueued`));
    expect(answers(1, "dropNew")).toMatchObject({
      told: ["0 Enqueued", "1 Enqueued", "2 Dropped", "3 Dropped"],
      received: [0, 1],
    });
  });

  test("without a buffer, an offer waits for demand; dropHead drops the pending offer", () => {
    expect(answers(0, "dropHead")).toMatchObject({
      told: ["0 Enqueued", "1 Dropped", "2 Dropped", "3 Enqueued"],
      received: [0, 3],
    });
    expect(answers(0, "dropTail")).toMatchObject({
      told: ["0 Enqueued", "2 Dropped", "3 Dropped", "1 Enqueued"],
      received: [0, 1],
    });
  });

  test("fail: the offer is answered with the failure, and later ones are refused", () => {
    expect(answers(1, "fail")).toEqual({
      told: ["0 Enqueued", "1 Enqueued", "2 Failure", "3 StreamDetachedException"],
      received: [0],
      end: "BufferOverflowException",
    });
  });
});
