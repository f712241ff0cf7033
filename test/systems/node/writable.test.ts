import { describe, expect, test } from "vitest";
import { NodeLoop, timedWork, Writable } from "../../../src/systems/node/index.ts";
import type { Signal } from "../../../src/trace/index.ts";
import { listening, stuckWritable } from "../../support/stuck-writable.ts";

describe("Writable", () => {
  test("false is only advice, and the element is kept; drain is emitted at 0, not below the mark", () => {
    const loop = new NodeLoop();
    const { writable, signals, finishOne } = stuckWritable(loop, 3);
    const answers = [0, 1, 2, 3, 4].map((element) => writable.write(element));
    expect(answers).toEqual([true, true, false, false, false]);
    expect(writable.writableLength).toBe(5);
    const seen: [number, readonly Signal[]][] = [];
    for (let n = 0; n < 5; n++) {
      finishOne();
      seen.push([writable.writableLength, [...signals]]);
    }
    expect(seen).toEqual([
      [4, ["full"]],
      [3, ["full"]],
      [2, ["full"]],
      [1, ["full"]],
      [0, ["full", "drain"]],
    ]);
  });

  test("write always answers true if the work is done in the same call", () => {
    const loop = new NodeLoop();
    const writable = new Writable<number>(loop, { highWaterMark: 1, write: timedWork(loop, 0) });
    expect([writable.write(0), writable.write(1)]).toEqual([true, true]);
  });

  test("once the stream is ending, it emits no drain, only finish", () => {
    const loop = new NodeLoop();
    const { writable, signals, finishOne } = stuckWritable(loop, 1);
    const log: string[] = [];
    writable.on("finish", () => log.push("finish"));
    writable.on("close", () => log.push("close"));
    writable.write(0);
    writable.end();
    finishOne();
    expect(signals).toEqual(["full"]);
    expect(log).toEqual(["finish", "close"]);
    expect(() => writable.write(1)).toThrow("write after end");
  });

  test("reports to its station which elements wait and which are worked on at once", () => {
    const loop = new NodeLoop();
    const log: string[] = [];
    const station = listening(log);
    const write = timedWork<number>(loop, 5, station);
    const writable = new Writable<number>(loop, { highWaterMark: 4, write, station });
    writable.write(0);
    writable.write(1);
    loop.runUntil(20);
    const first = ["passed 0", "began 0", "entered 1", "done 0"];
    expect(log).toEqual([...first, "left 1", "began 1", "done 1"]);
  });
});
