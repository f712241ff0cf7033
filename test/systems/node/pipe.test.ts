import { describe, expect, test } from "vitest";
import {
  NodeLoop,
  pipe,
  pipeline,
  scheduledSource,
  Transform,
  timedSource,
  timedWork,
  Writable,
} from "../../../src/systems/node/index.ts";
import type { StationLog } from "../../../src/trace/index.ts";
import { listening, stuckWritable } from "../../support/stuck-writable.ts";

describe("pipe", () => {
  /** Returns how many elements the source has made while the sink is stuck, and then after each element done. */
  function produced(readableMark: number, writableMark: number, done: number): number[] {
    const loop = new NodeLoop();
    let made = 0;
    const source: StationLog = { ...listening([]), made: () => made++ };
    const options = { highWaterMark: readableMark, produceMs: 0, count: 1000, source };
    const { writable, finishOne } = stuckWritable(loop, writableMark);
    pipe(timedSource(loop, options), writable);
    loop.runUntil(0);
    const counts = [made];
    for (let n = 0; n < done; n++) {
      finishOne();
      counts.push(made);
    }
    return counts;
  }

  test("elements up to both marks are under way, and nothing moves until the sink is empty", () => {
    expect(produced(4, 2, 4)).toEqual([6, 6, 8, 8, 10]);
    expect(produced(16, 16, 0)).toEqual([32]);
    expect(produced(1, 1, 3)).toEqual([2, 3, 4, 5]);
    expect(produced(2, 5, 5)).toEqual([7, 7, 7, 7, 7, 12]);
  });

  test("with two destinations, the slower one sets the pace", () => {
    const loop = new NodeLoop();
    const readable = timedSource(loop, { highWaterMark: 1, produceMs: 1, count: 20 });
    const ended: string[] = [];
    for (const [name, workMs] of [["slow", 10] as const, ["fast", 1] as const]) {
      const write = timedWork<number>(loop, workMs);
      const writable = new Writable<number>(loop, { highWaterMark: 1, write });
      writable.on("finish", () => ended.push(`${name} ${loop.now}`));
      pipe(readable, writable);
    }
    loop.runUntil(1000);
    expect(ended).toEqual(["fast 192", "slow 201"]);
  });

  test("a destination that is connected after the end of the source is ended too", () => {
    const loop = new NodeLoop();
    const readable = timedSource(loop, { highWaterMark: 1, produceMs: 1, count: 2 });
    const finished: number[] = [];
    const sink = (): Writable<number> => {
      const writable = new Writable<number>(loop, { highWaterMark: 1, write: timedWork(loop, 0) });
      writable.on("finish", () => finished.push(loop.now));
      return writable;
    };
    pipe(readable, sink());
    loop.at(7, () => pipe(readable, sink()));
    loop.runUntil(10);
    expect(finished).toEqual([2, 7]);
  });

  test("a source that doesn't wait fills its own buffer while it is paused", () => {
    const loop = new NodeLoop();
    const at = [1, 2, 3, 4, 5, 6];
    const readable = scheduledSource(loop, { highWaterMark: 1, at });
    const { writable } = stuckWritable(loop, 2);
    pipe(readable, writable);
    loop.runUntil(10);
    expect([writable.writableLength, readable.readableLength]).toEqual([2, 4]);
  });
});

describe("pipeline with a transform", () => {
  function chain(loop: NodeLoop) {
    const made: unknown[] = [];
    const source: StationLog = { ...listening([]), made: (element) => made.push(element) };
    const options = { highWaterMark: 4, produceMs: 0, count: 100, source };
    const passThrough = new Transform<number, number>(loop, {
      readableHighWaterMark: 4,
      writableHighWaterMark: 4,
      transform: timedWork(loop, 0),
    });
    return { made, readable: timedSource(loop, options), passThrough };
  }

  test("4 + 7 + 4 = 15 are under way while the sink is stuck, then 4 more after each 4", () => {
    const loop = new NodeLoop();
    const { made, readable, passThrough } = chain(loop);
    const { writable, finishOne } = stuckWritable(loop, 4);
    pipeline(loop, readable, [passThrough], writable, () => {});
    loop.runUntil(0);
    const counts = [made.length];
    for (let n = 0; n < 8; n++) {
      finishOne();
      counts.push(made.length);
    }
    expect(counts).toEqual([15, 15, 15, 15, 19, 19, 19, 19, 23]);
  });

  test("a transform answers false at its two marks together minus one", () => {
    const loop = new NodeLoop();
    const transform = new Transform<number, number>(loop, {
      readableHighWaterMark: 3,
      writableHighWaterMark: 3,
      transform: timedWork(loop, 0),
    });
    const answers = [0, 1, 2, 3, 4].map((element) => transform.writable.write(element));
    expect(answers).toEqual([true, true, true, true, false]);
    expect(transform.readable.readableLength).toBe(3);
    // The callback of the third element is withheld, so that it counts on both sides.
    expect(transform.writable.writableLength).toBe(3);
  });

  test("completes on the tick after the sink is closed", () => {
    const loop = new NodeLoop();
    const { readable, passThrough } = chain(loop);
    const log: string[] = [];
    const write = timedWork<number>(loop, 1);
    const writable = new Writable<number>(loop, { highWaterMark: 4, write });
    writable.on("close", () => log.push(`close ${loop.now}`));
    pipeline(loop, readable, [passThrough], writable, () => log.push(`completed ${loop.now}`));
    loop.runUntil(1000);
    expect(log).toEqual(["close 100", "completed 100"]);
  });
});
