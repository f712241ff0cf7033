/** Where a Kotlin program first did something else than the page's run. */
import { firstDifference } from "../../compare.ts";
import type { Played, PlayedEnd, PlayedEvent, What } from "./played.ts";

/** One run of a Kotlin program, as the harness writes it. */
export interface KotlinRun {
  readonly case: string;
  /** Whether more was recorded than what is printed. */
  readonly watched: boolean;
  /** Whether the text as the page shows it has a `main` that `java` can start. */
  readonly starts: boolean;
  /** What went wrong outside of the program. */
  readonly problem: string | null;
  readonly run: {
    readonly end: PlayedEnd;
    /** How many random numbers it drew. */
    readonly draws: number;
    readonly events: readonly PlayedEvent[];
  };
}

/** Says what differs, or null; without what can't be seen of a program of that text. */
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

/** What happens to elements: their numbers stand for them. */
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

/** Coroutines and elements by the order in which they are first seen: neither side knows the other's numbers. */
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

/** The engine's own exceptions have Kotlin's names; what a program throws is an `Error` there. */
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

/** What happens at a channel that a flow has within, which no program sees. */
const WITHIN_FLOWS: readonly What[] = ["goes", "waits", "returns", "loses"];
/** What a flow does, and a channel does in other words. */
const OF_FLOWS: readonly What[] = ["emits", "cancels"];

function unseenIn(text: string): ReadonlySet<What> {
  const isFlow = /\bkotlinx\.coroutines\.flow\b/.test(text);
  // What a `select` receives is no call of the channel.
  const selected: readonly What[] = /\bselect\b/.test(text) ? ["receives"] : [];
  return new Set([...(isFlow ? WITHIN_FLOWS : OF_FLOWS), ...selected]);
}

/** Without the refusals of elements that were offered again: the page knows only of what is given up. */
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
