import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReadyQueue } from "../../../../src/kernel/ready-queue.ts";
import { BlockQueue } from "../../../../src/systems/kotlin/channels/block-queue.ts";
import { rounds } from "../../../support/rounds.ts";

interface Queue {
  readonly size: number;
  push(item: number): void;
  shift(): number;
}

const QUEUES: readonly { name: string; create: () => Queue; block: number }[] = [
  { name: "BlockQueue", create: () => new BlockQueue<number>(), block: 2048 },
  { name: "ReadyQueue", create: () => new ReadyQueue<number>(), block: 64 },
];

describe.each(QUEUES)("$name", ({ create, block }) => {
  test("is first in, first out, like an array, for any mixture of pushes and shifts", () => {
    // Runs of pushes (> 0) and shifts (< 0), long enough to cross the edge of a block.
    const run = fc.oneof(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -2 * block, max: 2 * block }),
    );
    fc.assert(
      fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
        const queue = create();
        const plain: number[] = [];
        let next = 0;
        for (const length of runs) {
          for (let i = 0; i < length; i++) {
            queue.push(next);
            plain.push(next++);
          }
          const shifts = Math.min(-length, plain.length);
          const taken = shifts > 0 ? plain.splice(0, shifts) : [];
          expect(taken.map(() => queue.shift())).toEqual(taken);
          expect(queue.size).toBe(plain.length);
        }
        expect(plain.map(() => queue.shift())).toEqual(plain);
        expect(queue.size).toBe(0);
      }),
      { numRuns: rounds(60) },
    );
  });

  test.each([-1, 0, 1])("is right at the edge of a block (%d)", (offset) => {
    const queue = create();
    const count = block + offset;
    for (let turn = 0; turn < 3; turn++) {
      for (let i = 0; i < count; i++) queue.push(i);
      expect(Array.from({ length: count }, () => queue.shift())).toEqual(
        Array.from({ length: count }, (_, i) => i),
      );
    }
  });
});

describe("BlockQueue", () => {
  test("drains newest first and is then empty", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.nat(20), (items, shifts) => {
        const queue = new BlockQueue<number>();
        for (const item of items) queue.push(item);
        const rest = items.slice(shifts);
        for (let i = 0; i < Math.min(shifts, items.length); i++) queue.shift();
        expect(queue.drainNewestFirst()).toEqual([...rest].reverse());
        expect(queue.size).toBe(0);
        queue.push(1);
        expect(queue.shift()).toBe(1);
      }),
    );
  });

  test("drains many blocks newest first", () => {
    const queue = new BlockQueue<number>();
    for (let i = 0; i < 10_000; i++) queue.push(i);
    for (let i = 0; i < 3000; i++) queue.shift();
    expect(queue.drainNewestFirst()).toEqual(Array.from({ length: 7000 }, (_, i) => 9999 - i));
  });

  test("keeps no reference to blocks and items that were taken", () => {
    const queue = new BlockQueue<object>();
    for (let i = 0; i < 100_000; i++) queue.push({ i });
    for (let i = 0; i < 99_999; i++) queue.shift();
    expect(reachable(queue)).toBeLessThan(10);
    queue.shift();
    expect(reachable(queue)).toBeLessThan(10);
  });
});

/** Returns how many items can still be reached from a queue through its fields. */
function reachable(queue: object): number {
  const seen = new Set<object>();
  let items = 0;
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if ("i" in value) items++;
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(queue);
  return items;
}
