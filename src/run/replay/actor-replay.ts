import type { Actor } from "../../systems/index.ts";
import { TaskEnd } from "../../trace/index.ts";
import type { ActorState } from "../run-state.ts";

/** The state of an actor while rows are replayed. */
export interface ActorReplay extends ActorState {
  activity: ActorState["activity"];
  heldAt: number;
  calling: number;
  /** Whether a worker has taken `calling` but not yet called with it. */
  isDue: boolean;
  readonly hand: number[];
  sinceMs: number;
  untilMs: number;
  finished: number;
}

export function newActor(actor: Actor, who: number): ActorReplay {
  // A single literal, without spreading others into it: that makes the engine half as fast again.
  return {
    actor,
    who,
    activity: "ready",
    heldAt: -1,
    hand: [],
    sinceMs: 0,
    untilMs: 0,
    finished: 0,
    calling: -1,
    isDue: false,
  };
}

export function copyOfActor(actor: ActorReplay): ActorReplay {
  return { ...actor, hand: [...actor.hand] };
}

/** Sets what an actor does from `timeMs` on, for `forMs`; it no longer waits before a station. */
export function turnTo(
  actor: ActorReplay,
  activity: ActorState["activity"],
  timeMs: number,
  forMs = 0,
): void {
  actor.activity = activity;
  actor.heldAt = -1;
  actor.sinceMs = timeMs;
  actor.untilMs = timeMs + forMs;
}

/** The activity of an actor that has ended, by the `TaskEnd` in its last row. */
export function endActivity(end: number): ActorState["activity"] {
  if (end === TaskEnd.FAILED) return "failed";
  return end === TaskEnd.CANCELLED ? "cancelled" : "ended";
}
