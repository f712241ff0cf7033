/** The Pekko programs that are compared. */
import type { Values } from "../../../../src/params/index.ts";
import { allStrategies } from "../../../support/everything.ts";
import { type CaseSet, loadCases, scenarioCases } from "../code-cases.ts";

const strategies = allStrategies.filter(({ system }) => system.id === "pekko");

/** Loads whose source and consumer are often due at the same ms, and loads in which one of them never pauses. */
const LOADS: readonly Values[] = [
  { producerDelayMs: 20, consumerDelayMs: 60 },
  { producerDelayMs: 60, consumerDelayMs: 20 },
  { producerDelayMs: 20, consumerDelayMs: 20 },
  { producerDelayMs: 0, consumerDelayMs: 30 },
  { producerDelayMs: 30, consumerDelayMs: 0 },
  { producerDelayMs: 0, consumerDelayMs: 0 },
];

export const pekkoCases: CaseSet = {
  strategies,
  fixed: [
    ...scenarioCases(strategies),
    ...loadCases(strategies, LOADS, { count: 40, durationS: 4 }),
  ],
  generator: "parity of the Java sources",
};
