/** The events of a trace in words. */
import { DropRule, TaskEnd, TraceKind } from "../../engine/index.ts";
import type { Text } from "../../i18n/index.ts";
import type { TraceEvent } from "../../run/index.ts";
import { words } from "./words.ts";

const KIND_TEXTS: Partial<Record<TraceKind, Text>> = {
  [TraceKind.PRODUCED]: words.produced,
  [TraceKind.ACCEPTED]: words.accepted,
  [TraceKind.HANDED_OVER]: words.handedOver,
  [TraceKind.SUSPENDED]: words.suspended,
  [TraceKind.RESUMED]: words.resumed,
  [TraceKind.RECEIVED]: words.received,
  [TraceKind.DONE]: words.done,
};

const DROP_TEXTS: Readonly<Record<number, Text>> = {
  [DropRule.OLDEST]: words.droppedOldest,
  [DropRule.LATEST]: words.droppedLatest,
  [DropRule.REFUSED]: words.droppedRefused,
  [DropRule.UNDELIVERED]: words.droppedUndelivered,
};

const END_TEXTS: Readonly<Record<number, Text>> = {
  [TaskEnd.COMPLETED]: words.completed,
  [TaskEnd.CANCELLED]: words.cancelled,
  [TaskEnd.FAILED]: words.failed,
};

/** What an event is called, and the role whose colour it has. */
export function eventText({ kind, detail }: TraceEvent): Text {
  if (kind === TraceKind.DROPPED) return DROP_TEXTS[detail] ?? words.droppedUndelivered;
  if (kind === TraceKind.TASK_ENDED) return END_TEXTS[detail] ?? words.completed;
  return KIND_TEXTS[kind] ?? words.produced;
}

const ROLES: Partial<Record<TraceKind, string>> = {
  [TraceKind.PRODUCED]: "produced",
  [TraceKind.ACCEPTED]: "buffered",
  [TraceKind.SUSPENDED]: "suspended",
  [TraceKind.RECEIVED]: "working",
  [TraceKind.DONE]: "done",
  [TraceKind.DROPPED]: "dropped",
};

export function eventRole({ kind }: TraceEvent): string {
  return ROLES[kind] ?? "quiet";
}
