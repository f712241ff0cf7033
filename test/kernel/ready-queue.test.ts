import fc from "fast-check";
import { expect, test } from "vitest";
import { ReadyQueue } from "../../src/kernel/index.ts";

test("shifts in order of arrival, however pushes and shifts alternate", () => {
  const runs = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 12 });
  fc.assert(
    fc.property(runs, (steps) => {
      const queue = new ReadyQueue<number>();
      const model: number[] = [];
      let next = 0;
      for (const [pushes, shifts] of steps) {
        for (let i = 0; i < pushes; i++) {
          queue.push(next);
          model.push(next++);
        }
        for (let i = 0; i < shifts && model.length > 0; i++) {
          expect(queue.first()).toBe(model[0]);
          expect(queue.shift()).toBe(model.shift());
        }
        expect(queue.size).toBe(model.length);
      }
    }),
  );
});

test("takes from both ends, even after the ring has wrapped around and grown", () => {
  const queue = new ReadyQueue<number>();
  const model: number[] = [];
  for (let i = 0; i < 1000; i++) {
    queue.push(i);
    model.push(i);
    if (i % 3 === 0) expect(queue.shift()).toBe(model.shift());
    if (i % 5 === 0 && model.length > 0) expect(queue.pop()).toBe(model.pop());
    expect(queue.size).toBe(model.length);
  }
  while (model.length > 0) expect(queue.pop()).toBe(model.pop());
  expect(queue.size).toBe(0);
});

test("keeps no reference to what it has handed out", () => {
  const queue = new ReadyQueue<object>();
  const given = { large: true };
  queue.push(given);
  queue.push({});
  queue.shift();
  queue.shift();
  const fields = Object.values(queue as unknown as Record<string, unknown>);
  expect(fields.flat()).not.toContain(given);
});
