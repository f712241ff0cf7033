/** Which line of its source each coroutine stands at. */
import type { ActorRole, ActorState, RunState } from "../../../run/index.ts";
import type { KotlinSource } from "../../../systems/index.ts";

type Activity = "ready" | "delay" | "suspended" | "gate";

/** What a state says of an actor, in the words of the marks. */
function activityOf(state: RunState, { activity, heldAt }: ActorState): Activity | null {
  if (activity === "ready") return "ready";
  if (activity === "busy") return "delay";
  if (activity !== "held") return null;
  return state.stations[heldAt]?.station.kind === "buffer" ? "suspended" : "gate";
}

/** Coroutines of one role that stand at one line. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly role: Exclude<ActorRole, "body">;
  /** What they do there, each once. */
  readonly activities: readonly Activity[];
  /** Their numbers, from 1; of senders, of which there may be very many, only how many there are. */
  readonly who: readonly number[];
  readonly count: number;
}

/** A coroutine that has not ended. */
interface Standing {
  readonly role: Mark["role"];
  readonly number: number;
  readonly activity: Activity;
  /** How long it waits in `delay`. */
  readonly forMs: number;
  /** Whether it has an element in hand. */
  readonly holds: boolean;
}

/** The marks of a state, by line. */
export function marksOf(state: RunState, source: KotlinSource): Mark[] {
  const marks = new Map<string, Mark>();
  for (const standing of everybody(state)) {
    const line = lineOf(standing, source);
    if (line === null) continue;
    const { role, activity, number } = standing;
    const key = `${line} ${role}`;
    const { activities = [], who = [], count = 0 } = marks.get(key) ?? {};
    marks.set(key, {
      line,
      role,
      activities: activities.includes(activity) ? activities : [...activities, activity],
      who: role === "sender" ? [] : [...who, number],
      count: count + 1,
    });
  }
  return [...marks.values()].sort((a, b) => a.line - b.line);
}

function everybody(state: RunState): Standing[] {
  const { stations, monitors } = state;
  return [
    ...stations.flatMap(({ actors }) => actors),
    ...stations.flatMap(({ carriers }) => carriers),
    ...monitors,
  ].flatMap((actor) => standingOf(state, actor));
}

function standingOf(run: RunState, state: ActorState): Standing[] {
  const { actor, hand, sinceMs, untilMs } = state;
  const activity = activityOf(run, state);
  const { role, index } = actor;
  if (activity === null || role === "body") return [];
  const holds = role === "sender" || hand.length > 0;
  return [{ role, number: index + 1, activity, forMs: untilMs - sinceMs, holds }];
}

/**
 * The line, or null if the source doesn't tell. Who is between two steps with nothing to receive is at its
 * `send`: it is about to call it, or has just come back.
 */
function lineOf(standing: Standing, { places, text }: KotlinSource): number | null {
  const { role, activity, holds, forMs } = standing;
  const found =
    places.get(`${role}.${activity}.${holds ? "holding" : "empty"}`) ??
    places.get(`${role}.${activity}`) ??
    (activity === "ready" ? places.get(`${role}.suspended`) : undefined);
  if (found === undefined || found.length < 2 || activity !== "delay") return found?.[0] ?? null;
  const lines = text.split("\n");
  const says = (line: number, what: RegExp) => what.test(lines[line - 1] ?? "");
  return (
    found.find((line) => says(line, new RegExp(`\\bdelay\\(${forMs}\\)`))) ??
    found.find((line) => !says(line, /\bdelay\(\d+\)/)) ??
    found[0] ??
    null
  );
}
