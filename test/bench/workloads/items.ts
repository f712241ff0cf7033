import type { Workload } from "./workload.ts";

/** W1: `size` integers through a channel of 64; the check value is their sum, as a 32-bit integer. */
export const ITEMS: Workload = {
  id: "W1",
  title: "integers through Channel(64)",
  event: "item",
  size: 1_000_000,
  events: (size) => size,
  expected: sumBelow,
  goalToAsync: 2.2,
  goalToFastest: 2,
};

/** W1r: the same through a rendezvous channel, where every item suspends a coroutine. */
export const RENDEZVOUS_ITEMS: Workload = {
  id: "W1r",
  title: "integers through a rendezvous",
  event: "item",
  size: 1_000_000,
  events: (size) => size,
  expected: sumBelow,
  goalToAsync: 2.2,
  goalToFastest: 2.2,
};

/** In 32 bits, because a sum beyond small integers would cost more than what is measured. */
function sumBelow(n: number): number {
  return ((n * (n - 1)) / 2) | 0;
}
