/** Temporary: what `run`, `trace` and `systems` will export. */

export type {
  ActorState,
  ConnectionState,
  Elements,
  Held,
  KindCount,
  RunState,
  StationState,
} from "../../../run/state-types.ts";
export type { Actor } from "../../../systems/actor.ts";
export type { ElementKinds } from "../../../systems/index.ts";
export type {
  BufferStation,
  Connection,
  GaugeName,
  Pressure,
  Station,
  StationKind,
  Topology,
} from "../../../systems/topology.ts";
export { BreakerState, chain, GAUGES } from "../../../systems/topology.ts";
export type { LossRule, Signal } from "../../../trace/contract.ts";
export { RowKind } from "../../../trace/contract.ts";
