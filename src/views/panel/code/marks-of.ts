/** Finds the line of the source that each coroutine is at. */
import {
  type ActorRole,
  type ActorState,
  type RunState,
  waitsAnywhere,
} from "../../../run/index.ts";
import type { SourceText } from "../../../systems/index.ts";

type Activity = "ready" | "busy" | "held" | "gate";

/** What an actor does, by the names that a source gives to its places; null once it has ended. */
function activityOf(state: RunState, { activity, heldAt }: ActorState): Activity | null {
  if (activity === "ready" || activity === "busy") return activity;
  if (activity !== "held") return null;
  const kind = state.stations[heldAt]?.station.kind;
  if (kind === "call") return "busy";
  return kind === "buffer" ? "held" : "gate";
}

/** The coroutines of one role that are at one line. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly role: Exclude<ActorRole, "body">;
  /** What they do there, without duplicates. */
  readonly activities: readonly Activity[];
  /** Their numbers, from 1; empty for senders, as there may be very many. */
  readonly who: readonly number[];
  readonly count: number;
  /** The elements in their hands. */
  readonly elements: readonly number[];
}

/** A coroutine that has not ended. */
interface Standing {
  readonly role: Mark["role"];
  readonly number: number;
  readonly activity: Activity;
  /** How long it is busy in all, in ms. */
  readonly forMs: number;
  /** Whether it has an element in hand. */
  readonly holds: boolean;
  readonly hand: readonly number[];
}

/** The marks of a state, by line. If the element `picked` waits in a station, it is at the line that sent it. */
export function marksOf(state: RunState, source: SourceText, picked = -1): Mark[] {
  const { places } = source;
  const marks = new Map<string, Mark>();
  for (const standing of everybody(state)) {
    const line = lineOf(standing, source);
    if (line === null) continue;
    const { role, activity, number, hand } = standing;
    const key = `${line} ${role}`;
    const { activities = [], who = [], count = 0, elements = [] } = marks.get(key) ?? {};
    marks.set(key, {
      line,
      role,
      activities: [...new Set([...activities, activity])],
      who: role === "sender" ? [] : [...who, number],
      count: count + 1,
      elements: role === "sender" ? [] : [...elements, ...hand],
    });
  }
  const [sent] = places.get("producer.held") ?? places.get("sender.held") ?? [];
  if (sent !== undefined && waitsAnywhere(state, picked)) {
    const nobody = { role: "producer", activities: [], who: [], count: 0 } as const;
    marks.set("", { ...nobody, line: sent.line, elements: [picked] });
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
  const { actor, hand, sinceMs, untilMs, heldAt } = state;
  const activity = activityOf(run, state);
  const { role, index } = actor;
  if (activity === null || role === "body") return [];
  const holds = role === "sender" || hand.length > 0;
  const at = state.activity === "held" ? run.stations[heldAt]?.station : undefined;
  const forMs = at?.kind === "call" ? at.latencyMs : untilMs - sinceMs;
  return [{ role, number: index + 1, activity, forMs, holds, hand }];
}

/**
 * The line of a coroutine; null if the source has none for it. A ready coroutine with no line of its own is about to
 * call `send`, or has just returned from it. Of several lines at which its role is busy, it is at the one that takes as
 * long.
 */
function lineOf(standing: Standing, { places }: SourceText): number | null {
  const { role, activity, holds, forMs } = standing;
  const found =
    places.get(`${role}.${activity}.${holds ? "holding" : "empty"}`) ??
    places.get(`${role}.${activity}`) ??
    (activity === "ready" ? places.get(`${role}.held`) : undefined) ??
    [];
  const place =
    found.find((at) => at.forMs === forMs) ?? found.find((at) => at.forMs === null) ?? found[0];
  return place?.line ?? null;
}
