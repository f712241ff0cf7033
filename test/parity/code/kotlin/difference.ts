/** Finds the first difference between a Kotlin program and the page's run. */
import { firstDifference } from "../../compare.ts";
import type { Played, PlayedEnd, PlayedEvent, What } from "./played.ts";

/** One run of a Kotlin program, as the harness writes it. */
export interface KotlinRun {
  readonly case: string;
  /** Whether more was recorded than the printed lines. */
  readonly watched: boolean;
  /** Whether the text that the page shows has a `main` that `java` can start. */
  readonly starts: boolean;
  /** What went wrong outside the program, or null. */
  readonly problem: string | null;
  readonly run: {
    readonly end: PlayedEnd;
    /** How many random numbers it drew. */
    readonly draws: number;
    readonly events: readonly PlayedEvent[];
  };
}

/** Returns what differs, or null. Events that can't be seen in a program with that text are left out. */
export function differenceOf(page: Played, kotlin: KotlinRun, text = ""): string | null {
  if (page.end[0] === "limit") return `the page's run reached its bound on ${page.end[2]}`;
  if (kotlin.problem !== null) return `the Kotlin program: ${kotlin.problem}`;
  if (!kotlin.starts) return "the shown text has no main that java can start";
  const unseen = unseenIn(text);
  const isSeen = ([, , what]: PlayedEvent) =>
    kotlin.watched ? !unseen.has(what) : what === "prints";
  const difference = firstDifference(
    [...numbered(page.events.filter(isSeen)), endOf(page.end, page.draws.length)],
    [
      ...numbered(givenUp(kotlin.run.events).filter(isSeen)),
      endOf(kotlin.run.end, kotlin.run.draws),
    ],
  );
  if (difference === null) return null;
  const { index, recorded, replayed } = difference;
  const kind = kotlin.watched ? "event" : "printed line";
  return `${kind} ${index}: the page ${recorded}, Kotlin ${replayed}`;
}

/** The events that happen to elements, whose numbers stand for them. */
const OF_ELEMENTS: ReadonlySet<What> = new Set([
  "goes",
  "waits",
  "returns",
  "receives",
  "loses",
  "refused",
  "emits",
  "cancels",
]);

/**
 * Numbers coroutines and elements in the order in which they are first seen: neither side knows the other's numbers.
 */
function numbered(events: readonly PlayedEvent[]): PlayedEvent[] {
  const coroutines = new Map<unknown, number>();
  const elements = new Map<unknown, number>();
  return events.map(([timeMs, who, what, which]) => [
    timeMs,
    numberIn(coroutines, who),
    what,
    OF_ELEMENTS.has(what) ? numberIn(elements, which) : which,
  ]);
}

function numberIn(numbers: Map<unknown, number>, thing: unknown): number {
  const number = numbers.get(thing) ?? numbers.size;
  numbers.set(thing, number);
  return number;
}

/** The exceptions that have the same name on both sides. What a program throws itself is an `Error` on the page. */
const COMMON: ReadonlySet<string | undefined> = new Set([
  "CancellationException",
  "ClosedReceiveChannelException",
  "ClosedSendChannelException",
  "TimeoutCancellationException",
  "UndeliveredElementException",
]);

function endOf([how, timeMs, exception]: PlayedEnd, draws: number): readonly unknown[] {
  const failure = COMMON.has(exception) ? exception : "another exception";
  return ["end", how, timeMs, ...(how === "failed" ? [failure] : []), `${draws} random numbers`];
}

/** The events at the channel inside a flow, which no program sees. */
const WITHIN_FLOWS: readonly What[] = ["goes", "waits", "returns", "loses"];
/** The events that only flows have; a channel has others for them. */
const OF_FLOWS: readonly What[] = ["emits", "cancels"];

function unseenIn(text: string): ReadonlySet<What> {
  const isFlow = /\bkotlinx\.coroutines\.flow\b/.test(text);
  // A `select` receives without calling a method of the channel.
  const selected: readonly What[] = /\bselect\b/.test(text) ? ["receives"] : [];
  return new Set([...(isFlow ? WITHIN_FLOWS : OF_FLOWS), ...selected]);
}

/** Removes the refusals of elements that were offered again: the page records only those that are given up. */
function givenUp(events: readonly PlayedEvent[]): PlayedEvent[] {
  const offered = new Set<unknown>();
  const kept: PlayedEvent[] = [];
  for (const event of events.toReversed()) {
    const [, , what, which] = event;
    const isOffer = what === "goes" || what === "waits" || what === "refused";
    if (what !== "refused" || !offered.has(which)) kept.push(event);
    if (isOffer) offered.add(which);
  }
  return kept.reverse();
}
