/** The JavaScript programs that are compared. */
import type { Values } from "../../../../src/params/index.ts";
import { allStrategies } from "../../../support/everything.ts";
import { type CaseSet, loadCases, scenarioCases } from "../code-cases.ts";

const strategies = allStrategies.filter(({ system }) => system.language === "javascript");

/** Pauses of producer and consumer, in ms, that make them due at the same instants, whose order matters too. */
const PACES = [
  [10, 10],
  [10, 20],
  [20, 10],
  [5, 30],
  [0, 10],
  [10, 0],
  [0, 0],
] as const;

const LOADS: readonly Values[] = PACES.flatMap(([producerDelayMs, consumerDelayMs]) =>
  [1, 2, 3].map((mark) => {
    const sizes = { readableMark: mark, transformMark: mark, capacity: mark };
    const marks = { highWaterMark: mark, ...sizes };
    return { producerDelayMs, consumerDelayMs, ...marks };
  }),
);

export const nodeCases: CaseSet = {
  strategies,
  fixed: [
    ...scenarioCases(strategies),
    ...loadCases(strategies, LOADS, { count: 12, durationS: 2 }),
  ],
  generator: "parity of the JavaScript sources",
};
