/** The events of a trace in words. */
import type { Text } from "../../../i18n/index.ts";
import type { Recording, TraceEvent } from "../../../run/index.ts";
import {
  BreakerState,
  GAUGES,
  type GaugeName,
  type Station,
  type Topology,
  wordsOf,
} from "../../../systems/index.ts";
import { RowKind, SIGNALS, type Signal, TaskEnd } from "../../../trace/index.ts";
import { eventWords } from "./event-words.ts";

/** The parts of a recording that its events are described with. */
type Cast = Pick<Recording, "strategy" | "topology" | "losses" | "failures">;

const KIND_TEXTS: Partial<Record<RowKind, Text>> = {
  [RowKind.MADE]: eventWords.made,
  [RowKind.DONE]: eventWords.done,
  [RowKind.MERGED]: eventWords.merged,
  [RowKind.REQUESTED]: eventWords.requested,
  [RowKind.PRINTED]: eventWords.printed,
};

const ENDS: Readonly<Record<number, "ended" | "cancelled" | "failed">> = {
  [TaskEnd.COMPLETED]: "ended",
  [TaskEnd.CANCELLED]: "cancelled",
  [TaskEnd.FAILED]: "failed",
};

/** The words for the numbers that a station reports, with `{n}` for the number. */
const GAUGE_TEXTS: Readonly<Record<Exclude<GaugeName, "state" | "free">, Text>> = {
  capacity: eventWords.capacity,
  utilisation: eventWords.utilisation,
  thousandths: eventWords.tokens,
  failures: eventWords.failures,
  slowCalls: eventWords.slowCalls,
  calls: eventWords.calls,
  untilMs: eventWords.breakerUntil,
  level: eventWords.level,
  flushAtMs: eventWords.flushAt,
  attempts: eventWords.attempts,
  stoppedUntilMs: eventWords.collection,
};

const BREAKER_TEXTS: Readonly<Record<number, Text>> = {
  [BreakerState.CLOSED]: eventWords.breakerClosed,
  [BreakerState.OPEN]: eventWords.breakerOpen,
  [BreakerState.HALF_OPEN]: eventWords.breakerHalfOpen,
};

const SIGNAL_TEXTS: Readonly<Record<Signal, Text>> = {
  full: eventWords.signalFull,
  drain: eventWords.signalDrain,
  pause: eventWords.signalPause,
  resume: eventWords.signalResume,
  pending: eventWords.signalPending,
  ready: eventWords.signalReady,
  withheld: eventWords.signalWithheld,
  released: eventWords.signalReleased,
};

/** The words for an event; `{n}` stands for a number in it that is not an element, and `{text}` for a printed line. */
export function eventText({ strategy, topology, losses, failures }: Cast, event: TraceEvent): Text {
  const { kind, detail } = event;
  const station = topology.stations[event.station];
  const inNetwork = station?.kind === "network";
  const own = wordsOf(strategy);
  const holding = station?.kind === "buffer" ? own.holding : null;
  switch (kind) {
    case RowKind.LOST: {
      const rule = losses[detail];
      return rule !== undefined && "event" in rule ? (rule.event as Text) : eventWords.lost;
    }
    case RowKind.ENDED:
      return named(own[ENDS[detail] ?? "ended"], failures[event.element]?.name);
    case RowKind.ENTERED:
      return inNetwork ? eventWords.sentOff : eventWords.accepted;
    case RowKind.LEFT:
      if (inNetwork) return eventWords.arrived;
      return leadsToBuffer(topology, event.station) ? eventWords.handedOn : eventWords.received;
    case RowKind.PASSED: {
      const stays = station?.kind === "buffer" && station.delays === true;
      const goesOn = stays || leadsToBuffer(topology, event.station);
      return goesOn ? eventWords.handedOn : eventWords.handedOver;
    }
    case RowKind.HELD:
      if (station?.kind === "call") return eventWords.asksService;
      return holding?.begins ?? eventWords.waitsAtGate;
    case RowKind.RELEASED:
      if (station?.kind === "call") return eventWords.hasAnswer;
      return holding?.returns ?? eventWords.passesGate;
    case RowKind.SIGNALLED:
      return SIGNAL_TEXTS[SIGNALS[detail] ?? "drain"];
    case RowKind.GAUGE:
      return gaugeText(station, event);
    default:
      return KIND_TEXTS[kind] ?? eventWords.gate;
  }
}

function named({ ko, en }: Text, error: string | undefined): Text {
  return error === undefined ? { ko, en } : { ko: `${ko}: ${error}`, en: `${en}: ${error}` };
}

/** Whether elements that leave a station go to a buffer next, rather than to a consumer. */
function leadsToBuffer({ stations, connections }: Topology, station: number): boolean {
  return connections.some(({ from, to }) => from === station && stations[to]?.kind === "buffer");
}

/**
 * The name of the operator behind an event that belongs to no actor: that of its station, or, for a request or a
 * signal, that of the station at the downstream end of the connection. Undefined if that has no name.
 */
export function operatorName(
  { stations, connections }: Topology,
  event: TraceEvent,
): Text | undefined {
  const { kind, station } = event;
  const isPressure = kind === RowKind.REQUESTED || kind === RowKind.SIGNALLED;
  return stations[isPressure ? (connections[station]?.to ?? -1) : station]?.name;
}

function gaugeText(station: Station | undefined, { detail, element }: TraceEvent): Text {
  const name = gaugeName(station, detail);
  if (name === undefined) return eventWords.gate;
  if (name === "state") return BREAKER_TEXTS[element] ?? eventWords.gate;
  if (name === "free") return station?.kind === "threads" ? eventWords.threads : eventWords.permits;
  return GAUGE_TEXTS[name];
}

function gaugeName(station: Station | undefined, gauge: number): GaugeName | undefined {
  return station === undefined ? undefined : GAUGES[station.kind][gauge];
}

/** The number in an event that is not an element. Tokens, which are reported in thousandths, are converted. */
export function eventNumber({ topology }: Pick<Recording, "topology">, event: TraceEvent): number {
  const { kind, detail, element, station } = event;
  if (kind !== RowKind.GAUGE) return element;
  return gaugeName(topology.stations[station], detail) === "thousandths" ? element / 1000 : element;
}

const WITHOUT_ELEMENT: ReadonlySet<RowKind> = new Set([
  RowKind.GAUGE,
  RowKind.PRINTED,
  RowKind.CONTINUED,
  RowKind.REQUESTED,
  RowKind.SIGNALLED,
  RowKind.ENDED,
]);

/** The element that an event is about; null if there is none. */
export function elementOf({ kind, element }: TraceEvent): number | null {
  return element >= 0 && !WITHOUT_ELEMENT.has(kind) ? element : null;
}

const ROLES: Partial<Record<RowKind, string>> = {
  [RowKind.MADE]: "made",
  [RowKind.ENTERED]: "waiting",
  [RowKind.HELD]: "held",
  [RowKind.LEFT]: "working",
  [RowKind.DONE]: "done",
  [RowKind.LOST]: "lost",
};

/** The role whose colour an event has. */
export function eventRole({ kind }: TraceEvent): string {
  return ROLES[kind] ?? "quiet";
}
