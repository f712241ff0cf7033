/** The events of a trace in words. */

import type { Text } from "../../i18n/index.ts";
import type { TraceEvent } from "../../run/index.ts";
import { AT_GATE, BreakerState, Fact } from "../../systems/index.ts";
import { DropRule, TaskEnd, TraceKind } from "../../trace/index.ts";
import { eventWords } from "./event-words.ts";

const KIND_TEXTS: Partial<Record<TraceKind, Text>> = {
  [TraceKind.PRODUCED]: eventWords.produced,
  [TraceKind.ACCEPTED]: eventWords.accepted,
  [TraceKind.HANDED_OVER]: eventWords.handedOver,
  [TraceKind.SUSPENDED]: eventWords.suspended,
  [TraceKind.RESUMED]: eventWords.resumed,
  [TraceKind.RECEIVED]: eventWords.received,
  [TraceKind.DONE]: eventWords.done,
  [TraceKind.FAILED]: eventWords.elementFailed,
  [TraceKind.REJECTED]: eventWords.rejected,
  [TraceKind.CAPACITY]: eventWords.capacity,
};

const DROP_TEXTS: Readonly<Record<number, Text>> = {
  [DropRule.OLDEST]: eventWords.droppedOldest,
  [DropRule.LATEST]: eventWords.droppedLatest,
  [DropRule.REFUSED]: eventWords.droppedRefused,
  [DropRule.UNDELIVERED]: eventWords.droppedUndelivered,
  [DropRule.UNIMPORTANT]: eventWords.droppedUnimportant,
  [DropRule.FORGOTTEN]: eventWords.droppedForgotten,
};

const END_TEXTS: Readonly<Record<number, Text>> = {
  [TaskEnd.COMPLETED]: eventWords.completed,
  [TaskEnd.CANCELLED]: eventWords.cancelled,
  [TaskEnd.FAILED]: eventWords.failed,
};

/** What a gate says, with `{n}` for its number. */
const FACT_TEXTS: Readonly<Record<number, Text>> = {
  [Fact.PERMITS]: eventWords.permits,
  [Fact.TOKENS]: eventWords.tokens,
  [Fact.FAILURES]: eventWords.failures,
  [Fact.BREAKER_UNTIL]: eventWords.breakerUntil,
  [Fact.CALLS]: eventWords.calls,
  [Fact.FLUSH_AT]: eventWords.flushAt,
  [Fact.LEVEL]: eventWords.level,
  [Fact.ATTEMPTS]: eventWords.attempts,
  [Fact.THREADS]: eventWords.threads,
  [Fact.UTILISATION]: eventWords.utilisation,
  [Fact.GC_UNTIL]: eventWords.collection,
  [Fact.SLOW_CALLS]: eventWords.slowCalls,
};

const BREAKER_TEXTS: Readonly<Record<number, Text>> = {
  [BreakerState.CLOSED]: eventWords.breakerClosed,
  [BreakerState.OPEN]: eventWords.breakerOpen,
  [BreakerState.HALF_OPEN]: eventWords.breakerHalfOpen,
};

/** What an event is called; `{n}` stands for the number in it that is no element. */
export function eventText({ kind, detail, element }: TraceEvent): Text {
  if (kind === TraceKind.DROPPED) return DROP_TEXTS[detail] ?? eventWords.droppedUndelivered;
  if (kind === TraceKind.TASK_ENDED) return END_TEXTS[detail] ?? eventWords.completed;
  if (kind === TraceKind.SUSPENDED && detail === AT_GATE) return eventWords.waitsAtGate;
  if (kind === TraceKind.RESUMED && detail === AT_GATE) return eventWords.passesGate;
  if (kind === TraceKind.REPORT) return eventWords.printed;
  if (kind === TraceKind.GATE) {
    const text = detail === Fact.BREAKER ? BREAKER_TEXTS[element] : FACT_TEXTS[detail];
    return text ?? eventWords.gate;
  }
  return KIND_TEXTS[kind] ?? eventWords.gate;
}

/** The number in an event that is no element: tokens are told in thousandths. */
export function eventNumber({ kind, detail, element }: TraceEvent): number {
  return kind === TraceKind.GATE && detail === Fact.TOKENS ? element / 1000 : element;
}

const WITHOUT_ELEMENT: ReadonlySet<TraceKind> = new Set([
  TraceKind.GATE,
  TraceKind.CAPACITY,
  TraceKind.REPORT,
]);

/** The element that an event is about; null if it is about none. */
export function elementOf({ kind, element }: TraceEvent): number | null {
  return element >= 0 && !WITHOUT_ELEMENT.has(kind) ? element : null;
}

const ROLES: Partial<Record<TraceKind, string>> = {
  [TraceKind.PRODUCED]: "produced",
  [TraceKind.ACCEPTED]: "buffered",
  [TraceKind.SUSPENDED]: "suspended",
  [TraceKind.RECEIVED]: "working",
  [TraceKind.DONE]: "done",
  [TraceKind.DROPPED]: "dropped",
  [TraceKind.FAILED]: "dropped",
  [TraceKind.REJECTED]: "dropped",
};

/** The role whose colour an event has. */
export function eventRole({ kind }: TraceEvent): string {
  return ROLES[kind] ?? "quiet";
}
