/** The RxJava and Reactor programs that are compared. */
import type { Values } from "../../../../src/params/index.ts";
import { allStrategies } from "../../../support/everything.ts";
import { type CaseSet, loadCases, scenarioCases } from "../code-cases.ts";

const strategies = allStrategies.filter(({ system }) => ["rxjava", "reactor"].includes(system.id));

/** Loads whose source and subscriber are often due at the same ms, with small buffers. */
const LOADS: readonly Values[] = [
  { producerDelayMs: 20, consumerDelayMs: 60 },
  { producerDelayMs: 20, consumerDelayMs: 20 },
  { producerDelayMs: 60, consumerDelayMs: 20 },
  { producerDelayMs: 0, consumerDelayMs: 30 },
  { producerDelayMs: 30, consumerDelayMs: 0 },
].map((load, i) => {
  const sizes = { prefetch: 1 + i, capacity: 1 + i, ttlMs: 60, highTide: 4, lowTide: i };
  const delays = { paceMs: load.producerDelayMs, elementDelayMs: Math.max(1, 20 * i) };
  return { ...sizes, ...delays, ...load };
});

export const reactiveCases: CaseSet = {
  strategies,
  fixed: [
    ...scenarioCases(strategies),
    ...loadCases(strategies, LOADS, { count: 40, durationS: 4 }),
  ],
  generator: "parity of the reactive sources",
};
