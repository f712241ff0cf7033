import { expect, test } from "vitest";
import { ReadyQueue } from "../../src/kernel/index.ts";

test("takes from both ends, also where the ring has turned and grown", () => {
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
