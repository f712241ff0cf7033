/** The answers to "the consumer is slower", one file each. */
export { BreakerState, FACTS, Fact } from "./fact.ts";
export { HeapModel, type HeapSize } from "./heap-model.ts";
export { type KotlinSource, kotlinProgram } from "./kotlin-program.ts";
export { type Actor, type ActorRole, AT_GATE, Program } from "./program.ts";
export {
  channelStrategies,
  isStrategyId,
  isStrategyLoaded,
  loadStrategy,
  type StrategyId,
  strategyIds,
  strategyOf,
} from "./registry.ts";
export type {
  BufferStage,
  ElementKinds,
  GateStage,
  Guarantees,
  KotlinParts,
  KotlinProgram,
  Stages,
  Strategy,
  Version,
} from "./strategy.ts";
