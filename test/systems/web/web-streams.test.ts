import { describe, expect, test } from "vitest";
import { NodeLoop, VirtualPromise } from "../../../src/systems/node/index.ts";
import {
  pipeTo,
  promiseCallback,
  ReadableStream,
  timedPull,
  WritableStream,
} from "../../../src/systems/web/index.ts";
import type { Signal } from "../../../src/trace/index.ts";

/** Returns a writable whose work the test finishes by hand. */
function stuckSink(loop: NodeLoop, highWaterMark: number) {
  const work: VirtualPromise<void>[] = [];
  const signals: Signal[] = [];
  const writable = new WritableStream<number>(loop, {
    highWaterMark,
    write: () => {
      const promise = new VirtualPromise<void>(loop);
      work.push(promise);
      return promise;
    },
    close: promiseCallback(loop, () => null),
    upstream: { requested: () => {}, signalled: (signal) => signals.push(signal) },
  });
  loop.runUntil(0);
  const finishOne = (): void => {
    work.shift()?.resolve();
    loop.runUntil(0);
  };
  return { writable, signals, finishOne };
}

function source(loop: NodeLoop, highWaterMark: number) {
  const pulls: number[] = [];
  const pull = promiseCallback(loop, timedPull(loop, { produceMs: 0, count: 1000 }));
  const upstream = { requested: (n: number) => pulls.push(n), signalled: () => {} };
  const stream = new ReadableStream<number>(loop, { highWaterMark, pull, upstream });
  return { stream, pulls };
}

describe("WritableStream", () => {
  test("ready is fulfilled as soon as there is room, not only when the queue is empty", () => {
    const loop = new NodeLoop();
    const { writable, signals, finishOne } = stuckSink(loop, 3);
    const writer = writable.getWriter();
    const desired = [0, 1, 2, 3, 4].map((element) => {
      writer.write(element);
      return writer.desiredSize;
    });
    expect(desired).toEqual([2, 1, 0, -1, -2]);
    const readyAt: number[] = [];
    writer.ready.react(() => readyAt.push(writer.desiredSize));
    const sizes = [1, 2, 3, 4, 5].map(() => {
      finishOne();
      return writer.desiredSize;
    });
    expect(sizes).toEqual([-1, 0, 1, 2, 3]);
    expect(readyAt).toEqual([1]);
    expect(signals).toEqual(["pending", "ready"]);
  });

  test("closes after the last element, and takes no more elements", () => {
    const loop = new NodeLoop();
    const { writable, finishOne } = stuckSink(loop, 3);
    const writer = writable.getWriter();
    const log: string[] = [];
    writer.write(0);
    writer.closed.react(() => log.push("closed"));
    writer.close().react(() => log.push("close"));
    loop.runUntil(0);
    expect(log).toEqual([]);
    finishOne();
    expect(log).toEqual(["close", "closed"]);
    expect(writer.desiredSize).toBe(0);
    expect(() => writer.write(1)).toThrow("the stream is closing");
    expect(() => writer.close()).toThrow("the stream is closing");
  });

  test("has only one writer", () => {
    const { writable } = stuckSink(new NodeLoop(), 3);
    writable.getWriter();
    expect(() => writable.getWriter()).toThrow("locked");
  });
});

describe("ReadableStream", () => {
  test.each([3, 1, 0])(
    "fetches as many elements ahead as its mark of %i, and one more after each read",
    (mark) => {
      const loop = new NodeLoop();
      const { stream, pulls } = source(loop, mark);
      const reader = stream.getReader();
      loop.runUntil(0);
      expect(pulls).toHaveLength(mark);
      const got: number[] = [];
      reader.read({ chunk: (chunk) => got.push(chunk), close: () => {} });
      loop.runUntil(0);
      expect(got).toEqual([0]);
      expect(pulls).toHaveLength(mark + 1);
    },
  );

  test("takes elements beyond its mark, which makes the desired size negative", () => {
    const stream = new ReadableStream<number>(new NodeLoop(), {
      highWaterMark: 1,
      pull: () => new VirtualPromise<void>(new NodeLoop()),
    });
    for (const element of [0, 1, 2]) stream.enqueue(element);
    expect(stream.desiredSize).toBe(-2);
    stream.close();
    expect(() => stream.enqueue(3)).toThrow("the stream is closed");
  });
});

test("pipeTo: elements up to both marks are under way, and one more with each element done", () => {
  const loop = new NodeLoop();
  const { stream, pulls } = source(loop, 2);
  const { writable, finishOne } = stuckSink(loop, 3);
  pipeTo(stream, writable);
  loop.runUntil(0);
  const counts = [pulls.length];
  for (let n = 0; n < 3; n++) {
    finishOne();
    counts.push(pulls.length);
  }
  expect(counts).toEqual([5, 6, 7, 8]);
});
