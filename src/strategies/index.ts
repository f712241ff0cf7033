/** The answers to "the consumer is slower", one file each. */
export { kotlinProgram } from "./kotlin-program.ts";
export { isStrategyId, type StrategyId, strategies, strategyOf } from "./registry.ts";
export type { Guarantees, KotlinParts, Link, LinkContext, Stage, Strategy } from "./strategy.ts";
