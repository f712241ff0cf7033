/** Turns rows into the state of a run: the only interpretation of a trace. */
export type { ActorReplay } from "./actor-replay.ts";
export { Replay, type RunCast } from "./replay.ts";
export type { Witness } from "./witness.ts";
