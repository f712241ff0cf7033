import type { Workload } from "./workload.ts";

export const PRODUCER_DELAY_MS = 1;
export const CONSUMER_DELAY_MS = 100;

/**
 * W2: for `size` ms a producer sends an item every 1 ms into an UNLIMITED channel and a consumer takes
 * 100 ms for each. The check value is how many it finished; nearly all items are left waiting.
 */
export const BACKLOG: Workload = {
  id: "W2",
  title: "1 ms producer, 100 ms consumer, UNLIMITED",
  event: "timer",
  size: 5_000_000,
  events: (size) => size + finished(size),
  expected: finished,
  goalToAsync: 12,
  goalToFastest: 2,
};

/** The first item arrives at 1 ms; each takes 100 ms. */
function finished(size: number): number {
  return Math.floor((size - PRODUCER_DELAY_MS) / CONSUMER_DELAY_MS);
}
