import { describe, expect, test } from "vitest";
import {
  forAwait,
  NodeLoop,
  scheduledSource,
  timedSource,
} from "../../../src/systems/node/index.ts";
import type { StationLog } from "../../../src/trace/index.ts";
import { listening } from "../../support/stuck-writable.ts";

describe("for await", () => {
  test("slows down only the reading: a source that pushes by itself is not slowed down", () => {
    const loop = new NodeLoop();
    const readable = scheduledSource(loop, { highWaterMark: 2, at: [1, 2, 3, 4, 5, 6] });
    forAwait(readable, { workMs: 100, take: 0 });
    loop.runUntil(50);
    expect(readable.readableLength).toBe(5);
  });

  test("leaving the loop destroys the stream, and later pushes add nothing", () => {
    const loop = new NodeLoop();
    const lost: unknown[] = [];
    const station: StationLog = { ...listening([]), lost: (element) => lost.push(element) };
    const readable = scheduledSource(loop, { highWaterMark: 2, at: [1, 2, 30, 40], station });
    const log: string[] = [];
    readable.on("end", () => log.push("end"));
    readable.on("close", () => log.push("close"));
    forAwait(readable, { workMs: 5, take: 1 }).react(() => log.push("completed"));
    loop.runUntil(100);
    expect(log).toEqual(["completed", "close"]);
    expect(readable.destroyed).toBe(true);
    expect(readable.readableLength).toBe(1);
    // Element 1 waited, 2 and 3 came later.
    expect(lost).toEqual([1, 2, 3]);
  });

  test("an error of the stream ends the loop that reads it", () => {
    const loop = new NodeLoop();
    const readable = timedSource(loop, { highWaterMark: 2, produceMs: 10, count: 9 });
    const failure = new Error("disk");
    loop.at(15, () => readable.destroy(failure));
    forAwait(readable, { workMs: 0, take: 0 });
    loop.runUntil(100);
    expect(loop.end).toEqual({ reason: "failed", failure });
  });
});
