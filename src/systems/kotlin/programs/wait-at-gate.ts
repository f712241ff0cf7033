/** A wait of known length at a gate: a token that is not there yet. */

import type { Values } from "../../../params/index.ts";
import { TraceKind } from "../../../trace/index.ts";
import { AT_GATE, type Program } from "../../program.ts";

/** `yield* waitAtGate(program, ms)`: a `delay` that the picture shows as standing at the gate. */
export function* waitAtGate<V extends object = Values>(program: Program<V>, ms: number) {
  const { sim } = program;
  sim.trace?.add(sim.now, TraceKind.SUSPENDED, sim.current.id, -1, AT_GATE);
  yield* sim.delay(ms);
  yield* program.collected();
  sim.trace?.add(sim.now, TraceKind.RESUMED, sim.current.id, -1, AT_GATE);
}
