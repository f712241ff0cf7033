/** Which line of its source each coroutine stands at. */
import {
  type ActorRole,
  type ActorState,
  type RunState,
  waitsAnywhere,
} from "../../../run/index.ts";
import type { SourceText } from "../../../systems/index.ts";

type Activity = "ready" | "busy" | "held" | "gate";

/** What an actor does in the words of a source's places; null once it has ended. */
function activityOf(state: RunState, { activity, heldAt }: ActorState): Activity | null {
  if (activity === "ready" || activity === "busy") return activity;
  if (activity !== "held") return null;
  const kind = state.stations[heldAt]?.station.kind;
  if (kind === "call") return "busy";
  return kind === "buffer" ? "held" : "gate";
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
  /** The elements in their hands. */
  readonly elements: readonly number[];
}

/** A coroutine that has not ended. */
interface Standing {
  readonly role: Mark["role"];
  readonly number: number;
  readonly activity: Activity;
  /** How long it is busy. */
  readonly forMs: number;
  /** Whether it has an element in hand. */
  readonly holds: boolean;
  readonly hand: readonly number[];
}

/** The marks of a state, by line. The element `picked`, if it waits in a station, is at the line with which it was sent. */
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
 * The line, or null if the source has none for it. A ready actor that has nothing to receive is about to call
 * `send`, or has just come back. Of several lines at which its role is busy, it is the one that takes as long.
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
