import { describe, expect, test } from "vitest";
import { NodeLoop, Readable, timedSource } from "../../../src/systems/node/index.ts";

describe("Readable", () => {
  test("push returns false at the mark, and keeps the element", () => {
    const loop = new NodeLoop();
    const readable = new Readable<number>(loop, { highWaterMark: 3, read: () => {} });
    const answers = [0, 1, 2, 3, 4].map((element) => readable.push(element));
    expect(answers).toEqual([true, true, false, false, false]);
    expect(readable.readableLength).toBe(5);
  });

  test("fetches elements up to its mark before any is read", () => {
    const loop = new NodeLoop();
    let asked = 0;
    const upstream = { requested: () => asked++, signalled: () => {} };
    const options = { highWaterMark: 3, produceMs: 0, count: 100, upstream };
    const readable = timedSource(loop, options);
    readable.on("readable", () => {});
    loop.runUntil(0);
    expect(asked).toBe(3);
    expect(readable.readableLength).toBe(3);
    expect(readable.read()).toBe(0);
    loop.runUntil(0);
    expect(asked).toBe(4);
  });

  test("a push after the end destroys the stream, and without an error listener ends the loop", () => {
    const loop = new NodeLoop();
    const readable = new Readable<number>(loop, { highWaterMark: 3, read: () => {} });
    readable.push(null);
    expect(readable.push(1)).toBe(false);
    loop.runUntil(0);
    expect(loop.end).toMatchObject({ reason: "failed", failure: { name: "Error" } });
  });
});
