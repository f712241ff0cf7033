/** The libraries on the virtual clock, and the strategies that cope with a slower consumer, one file each. */
export type { Actor, ActorRole } from "./actor.ts";

export {
  channelStrategies,
  loadStrategy,
  loadStrategyFiles,
  type StrategyCatalogue,
  type StrategyId,
  strategyOf,
} from "./catalogue.ts";
export type { Heap } from "./heap.ts";
export {
  FAILED,
  FAILED_WORK,
  type Loss,
  REFUSED,
  REJECTED,
} from "./losses.ts";
export { runsOn } from "./runs-on.ts";
export type { Place } from "./source-text.ts";
export { type SourceText, sourceTextOf } from "./source-text-of.ts";
export type { Echo, ElementKinds, Guarantees, Strategy, Version } from "./strategy.ts";
export { isStrategyId, strategyIds } from "./strategy-ids.ts";
export type { Playing, Setup, System, SystemWords } from "./system.ts";
export { wordsOf } from "./system-words.ts";
export {
  BreakerState,
  type BreakerStation,
  type BufferStation,
  type Connection,
  chain,
  GAUGES,
  type GaugeName,
  type LevelsStation,
  type Pressure,
  type Station,
  type StationKind,
  stationNumber,
  type Topology,
} from "./topology.ts";
