/** @thi.ng/csp: channels on promises, without virtual time and with no capacity of 0. */
import { type Channel, channel } from "@thi.ng/csp";
import type { Programs } from "../workloads/workload.ts";

export const programs: Programs = {
  W1: (size) => items(size, channel<number>(64)),
  W1r: (size) => items(size, channel<number>(1)),
};

async function items(size: number, numbers: Channel<number>): Promise<number> {
  let sum = 0;
  async function produce() {
    for (let i = 0; i < size; i++) await numbers.write(i);
  }
  async function consume() {
    for (let i = 0; i < size; i++) sum = (sum + ((await numbers.read()) as number)) | 0;
  }
  await Promise.all([produce(), consume()]);
  return sum;
}
