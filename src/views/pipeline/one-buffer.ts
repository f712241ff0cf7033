/**
 * A run as this picture sees it: one producer side, one buffer, one set of workers. The new picture draws stations;
 * until it stands, this translates.
 */
import type { Text } from "../../i18n/index.ts";
import {
  type ActorState as Actor,
  capacityOf,
  type Elements,
  type Recording,
  type RunState as State,
} from "../../run/index.ts";
import {
  FAILED_WORK,
  GAUGES,
  type Station,
  type StationKind,
  type Topology,
} from "../../systems/index.ts";
import { OLDEST, UNLIMITED } from "../../systems/kotlin/index.ts";

export interface BufferStage {
  readonly kind: "buffer";
  readonly capacity: number;
  readonly name?: Text;
}

export type GateStage =
  | { readonly kind: "permits"; readonly total: number }
  | { readonly kind: "tokens"; readonly ratePerSec: number; readonly burst: number }
  | {
      readonly kind: "breaker";
      readonly threshold: number;
      readonly unit: "failures" | "percent";
      readonly openMs: number;
    }
  | { readonly kind: "batch"; readonly size: number; readonly flushMs: number }
  | { readonly kind: "slots"; readonly slots: number }
  | { readonly kind: "threads"; readonly total: number }
  | { readonly kind: "levels"; readonly levels: readonly Text[] }
  | { readonly kind: "retries"; readonly attempts: number };

/** The buffer, then the gates. */
export function stagesOf({ stations }: Topology): readonly [BufferStage, ...GateStage[]] {
  const gates = stations.flatMap((station): GateStage[] => {
    switch (station.kind) {
      case "permits":
      case "tokens":
      case "breaker":
      case "levels":
      case "threads":
        return [station];
      case "buffer":
        return station.slots === undefined ? [] : [{ kind: "slots", slots: station.slots }];
      case "workers":
        return [
          ...(station.batch === undefined ? [] : [{ kind: "batch", ...station.batch } as const]),
          ...(station.attempts === undefined
            ? []
            : [{ kind: "retries", attempts: station.attempts } as const]),
        ];
      default:
        return [];
    }
  });
  const buffer = stations.find((station) => station.kind === "buffer");
  return [buffer ?? { kind: "buffer", capacity: 0 }, ...gates];
}

export interface ActorState {
  readonly actor: Actor["actor"];
  readonly activity: "ready" | "delay" | "suspended" | "gate" | "ended" | "cancelled" | "failed";
  readonly element: number;
  readonly tray: readonly number[];
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly finished: number;
}

export interface Carrier {
  readonly element: number;
  readonly activity: "ready" | "delay" | "suspended" | "gate";
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface KindCount {
  readonly produced: number;
  readonly received: number;
  readonly lost: number;
}

export interface RunState {
  readonly rows: number;
  readonly produced: number;
  readonly accepted: number;
  readonly received: number;
  readonly done: number;
  readonly dropped: number;
  readonly lost: number;
  readonly failed: number;
  readonly failedWork: number;
  readonly rejected: number;
  readonly oldest: number;
  readonly forgotten: number;
  readonly unimportant: number;
  readonly undelivered: number;
  readonly waiting: readonly number[];
  readonly buffer: Elements;
  readonly producers: readonly ActorState[];
  readonly workers: readonly ActorState[];
  readonly carriers: readonly Carrier[];
  readonly capacity: number;
  readonly facts: readonly number[];
  readonly factMs: readonly number[];
  readonly byKind: readonly KindCount[];
}

const FACTS = [
  ["permits", "free"],
  ["tokens", "thousandths"],
  ["breaker", "state"],
  ["breaker", "failures"],
  ["breaker", "untilMs"],
  ["breaker", "calls"],
  ["workers", "flushAtMs"],
  ["levels", "level"],
  ["workers", "attempts"],
  ["threads", "free"],
  ["buffer", "utilisation"],
  ["workers", "stoppedUntilMs"],
] as const satisfies readonly (readonly [StationKind, string])[];

export const Fact = {
  PERMITS: 0,
  TOKENS: 1,
  BREAKER: 2,
  FAILURES: 3,
  BREAKER_UNTIL: 4,
  CALLS: 5,
  FLUSH_AT: 6,
  LEVEL: 7,
  ATTEMPTS: 8,
  THREADS: 9,
  UTILISATION: 10,
  GC_UNTIL: 11,
} as const;

export type Fact = (typeof Fact)[keyof typeof Fact];

const NOTHING: Elements = { length: 0, at: () => undefined, toArray: () => [] };

/** The state after `rows` rows of a recording. */
export function stateAtRow(recording: Recording, rows: number): RunState {
  return oneBuffer(recording, recording.history.stateAtRow(rows));
}

export function oneBuffer({ losses, topology }: Recording, state: State): RunState {
  const { rows, made, received, done, lost, lostBy, stations, byKind } = state;
  const find = (kind: StationKind) => stations.find(({ station }) => station.kind === kind);
  const buffer = find("buffer");
  const byRule = (id: string) =>
    losses.reduce((sum, rule, i) => (rule.id === id ? sum + (state.lostByRule[i] ?? 0) : sum), 0);
  const failedWork = byRule(FAILED_WORK.id);
  const capacity = capacityOf(state);
  const gauges = FACTS.map(([kind, name]) => {
    const station = find(kind);
    const place = (GAUGES[kind] as readonly string[]).indexOf(name);
    return [station?.gauges[place] ?? Number.NaN, station?.gaugeMs[place] ?? Number.NaN] as const;
  });
  const actors = (kind: StationKind) =>
    (find(kind)?.actors ?? []).map((actor) => actorOf(actor, topology.stations));
  return {
    rows,
    produced: made,
    accepted: buffer?.entered ?? 0,
    received,
    done,
    dropped: lostBy.dropped + lostBy.undelivered,
    lost,
    failed: lostBy.failed - failedWork,
    failedWork,
    rejected: lostBy.rejected,
    oldest: byRule(OLDEST.id),
    forgotten: byRule("forgotten"),
    unimportant: byRule("unimportant"),
    undelivered: lostBy.undelivered,
    waiting: (buffer?.held ?? []).map(({ element }) => element),
    buffer: buffer?.contents ?? NOTHING,
    producers: actors("source"),
    workers: actors("workers"),
    carriers: stations.flatMap(({ carriers, contents }) =>
      carriers.flatMap((carrier) => {
        const { activity, sinceMs, untilMs } = actorOf(carrier, topology.stations);
        const element = carrier.hand[0] ?? carrier.actor.index;
        const isHere = carrier.hand.length > 0 || contents.toArray().includes(element);
        const known =
          activity === "ready" ||
          activity === "delay" ||
          activity === "suspended" ||
          activity === "gate";
        return isHere && known ? [{ element, activity, sinceMs, untilMs }] : [];
      }),
    ),
    capacity: capacity === Number.POSITIVE_INFINITY ? UNLIMITED : capacity,
    facts: gauges.map(([value]) => value),
    factMs: gauges.map(([, ms]) => ms),
    byKind: byKind.map(({ made: produced, ...counts }) => ({ produced, ...counts })),
  };
}

function actorOf(state: Actor, stations: readonly Station[]): ActorState {
  const { actor, activity, heldAt, hand, sinceMs, untilMs, finished } = state;
  const isGate = heldAt >= 0 && stations[heldAt]?.kind !== "buffer";
  const held = isGate ? "gate" : "suspended";
  const before = activity === "held" ? held : activity;
  return {
    actor,
    activity: before === "busy" ? "delay" : before,
    element: hand.at(-1) ?? -1,
    tray: actor.role === "worker" ? hand : [],
    sinceMs,
    untilMs,
    finished,
  };
}
