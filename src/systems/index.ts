/** The answers to "the consumer is slower", one file each. */

export {
  channelStrategies,
  isStrategyId,
  isStrategyLoaded,
  loadStrategy,
  type StrategyId,
  strategyIds,
  strategyOf,
} from "./catalogue.ts";
export { BreakerState, FACTS, Fact } from "./fact.ts";
export { HeapModel, type HeapSize } from "./heap-model.ts";
export { type KotlinSource, kotlinProgram } from "./kotlin/code/kotlin-program.ts";
export { type Actor, type ActorRole, AT_GATE, Program } from "./program.ts";
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
