/** medium: channels on promises, without virtual time. */
import { type Chan, chan, put, take } from "medium";
import type { Programs } from "../workloads/workload.ts";

export const programs: Programs = {
  W1: (size) => items(size, chan<number>(64)),
  W1r: (size) => items(size, chan<number>()),
};

async function items(size: number, numbers: Chan<number>): Promise<number> {
  let sum = 0;
  async function produce() {
    for (let i = 0; i < size; i++) await put(numbers, i);
  }
  async function consume() {
    for (let i = 0; i < size; i++) sum = (sum + (await take(numbers))) | 0;
  }
  await Promise.all([produce(), consume()]);
  return sum;
}
