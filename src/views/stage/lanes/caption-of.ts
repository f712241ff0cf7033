/** What is happening now, in one sentence: a pure function of the state and of a few further facts. */
import type { Text } from "../../../i18n/index.ts";
import {
  type ActorState,
  awaitsSignal,
  capacityOf,
  heldBefore,
  type RunState,
  type StationState,
  sourceConnection,
} from "../../../run/index.ts";
import { BreakerState, GAUGES, type Loss, type Station } from "../../../systems/index.ts";
import type { LossRule } from "../../../trace/index.ts";
import { captionWords } from "./caption-words.ts";

export interface CaptionRates {
  readonly madePerSec: number;
  readonly donePerSec: number;
  readonly lostPerSec: number;
}

/** The facts that a sentence needs besides the state of the run. */
export interface CaptionFacts {
  readonly rates: CaptionRates;
  /** The rules of loss, by their numbers. */
  readonly losses: readonly LossRule[];
  /** How many workers are waiting before they retry a failed call. */
  readonly pausing: number;
}

export interface Caption {
  readonly text: Text;
  readonly numbers: Readonly<Record<string, number>>;
  /** The name of the station that holds the source. */
  readonly holder?: Text;
  /** The rule by which elements are lost. */
  readonly rule?: Text;
}

/** So few elements waiting without a bound are not worth a sentence, nor is a full buffer with so few places. */
const FEW = 3;
/** The share of places from which on a buffer that loses elements counts as full. */
const ABOUT_FULL = 0.8;

/** Returns the most telling sentence that applies: who is held, then what is lost, what piles up, who waits. */
export function captionOf(state: RunState, facts: CaptionFacts): Caption {
  const { waiting, lost, done, made } = state;
  const { rates, pausing } = facts;
  const capacity = capacityOf(state);
  const left = made - done - lost;
  const workers = actorsOf(state, "workers");
  const sends = heldBefore(state, "buffer");
  const threads = heldBefore(state, "threads");
  const numbers = {
    ...{ waiting, lost, done, made, capacity, left, pausing, sends, threads },
    workers: workers.length,
  };
  const say = (text: Text): Caption => ({ text, numbers });
  if (made === 0) return say(captionWords.nothingYet);
  if (workers.some(({ activity }) => activity === "failed")) return say(captionWords.failed);
  if (isSourceOver(state) && left === 0) return say(overWords(state));
  if (breakerStateOf(state) === BreakerState.OPEN) return say(captionWords.breakerOpen);
  const holder = holderOf(state);
  if (holder !== undefined) {
    const { name } = holder.station;
    return { ...say(heldWords(state, holder)), ...(name !== undefined && { holder: name }) };
  }
  const offers = sourceConnection(state);
  if (isSourceOver(state)) return say(overWords(state));
  if (actorsOf(state, "source").some((each) => awaitsSignal(each, offers))) {
    return say(offers?.signal === "pending" ? captionWords.noReady : captionWords.noDrain);
  }
  if (isLosing(state, rates)) {
    const words = lossWords(state, facts, capacity);
    if (words !== null) return { ...say(words.text), rule: words.rule };
  }
  if (sends > 0) return say(threads > 0 ? captionWords.bothWait : captionWords.sendsWait);
  if (offers?.connection.pressure === "request") {
    if (offers.outstanding <= 0) return say(captionWords.noDemand);
    // If everything is requested, demand doesn't limit what comes; what piles up is said below.
    const isCounted = offers.outstanding !== Number.POSITIVE_INFINITY;
    if (isCounted && capacity === Number.POSITIVE_INFINITY) return say(captionWords.asked);
  }
  if (pausing > 0) return say(captionWords.pausing);
  if (threads > 0) return say(captionWords.noThread);
  if (capacity === Number.POSITIVE_INFINITY && waiting > FEW) {
    const { madePerSec, donePerSec } = rates;
    // In its first moments a run has no rates: both comparisons are false.
    if (donePerSec > madePerSec) return say(captionWords.shrinking);
    return say(donePerSec === madePerSec ? captionWords.waitingSome : captionWords.growing);
  }
  if (waiting === 0) {
    const isTaken = workers.every(({ activity }) => activity === "busy");
    return say(capacity === 0 && isTaken ? captionWords.bothAtWork : captionWords.keepingUp);
  }
  if (isMerging(state)) return say(captionWords.merging);
  if (waiting >= capacity) return say(captionWords.fullNow);
  return say(Number.isFinite(capacity) ? captionWords.filling : captionWords.waitingSome);
}

/** Whether elements are being lost now. In its first moments a run has no rates; then any loss counts. */
function isLosing({ lost }: RunState, { lostPerSec }: CaptionRates): boolean {
  return lostPerSec > 0 || (Number.isNaN(lostPerSec) && lost > 0);
}

/** The sentence for the rule by which most elements were lost; null if the rule has no words. */
function lossWords(
  state: RunState,
  { losses }: CaptionFacts,
  capacity: number,
): { text: Text; rule: Text } | null {
  const most = Math.max(...state.lostByRule);
  const rule = losses[state.lostByRule.indexOf(most)];
  if (rule === undefined || !("event" in rule)) return null;
  const { manner, event } = rule as Loss;
  const calls = state.stations.some(
    ({ station }) =>
      station.kind === "breaker" || (station.kind === "workers" && (station.attempts ?? 1) > 1),
  );
  if (manner === "failed" && calls) return { text: captionWords.callsFail, rule: event };
  return {
    text:
      manner === "dropped" && overflows(state, capacity)
        ? captionWords.overflowing
        : captionWords.losingBy,
    rule: event,
  };
}

/** Whether a buffer is about full. A little room now and then must not change the sentence back and forth. */
function overflows({ waiting, stations }: RunState, capacity: number): boolean {
  // An operator that delays elements is not a buffer that overflows.
  const isPutOff = stations.some(({ station }) => station.kind === "buffer" && station.delays);
  return !isPutOff && capacity > FEW && waiting >= capacity * ABOUT_FULL;
}

/** The sentence when the source is over: it has made everything, or was stopped before that. */
function overWords(state: RunState): Text {
  const { made, done, lost } = state;
  const isStopped = actorsOf(state, "source").some(({ activity }) => activity !== "ended");
  if (made - done - lost === 0) {
    return isStopped ? captionWords.stoppedAndOver : captionWords.allOver;
  }
  return isStopped ? captionWords.stopped : captionWords.draining;
}

function actorsOf({ stations }: RunState, kind: Station["kind"]): readonly ActorState[] {
  return stations.flatMap(({ station, actors }) => (station.kind === kind ? actors : []));
}

/** Whether the next element would be merged into one that waits. */
function isMerging({ stations }: RunState): boolean {
  return stations.some(
    ({ station, contents }) =>
      station.kind === "buffer" && station.merges === true && contents.length > 0,
  );
}

/** The station that holds the source, if one does. */
function holderOf(state: RunState): StationState | undefined {
  const { stations } = state;
  const held = actorsOf(state, "source").find(({ activity }) => activity === "held");
  return stations.find((_, number) => number === held?.heldAt);
}

function heldWords({ connections, stations }: RunState, holder: StationState): Text {
  const { kind } = holder.station;
  const number = stations.indexOf(holder);
  const way = connections.find(({ connection }) => connection.to === number);
  const pressure = way?.connection.pressure;
  if (pressure === "request" && (way?.outstanding ?? 0) <= 0) return captionWords.noDemand;
  if (kind === "permits") return captionWords.noPermit;
  if (kind === "tokens") return captionWords.noToken;
  if (pressure === "signal") return captionWords.noDrain;
  if (kind === "buffer" && holder.held.every(({ element }) => element < 0)) {
    return captionWords.inItsCall;
  }
  if (isDelaying(holder)) return captionWords.resting;
  return holder.capacity === 0 ? captionWords.meeting : captionWords.full;
}

/** Whether elements held by a station wait for a set time there, rather than for a consumer. */
function isDelaying({ station, capacity }: StationState): boolean {
  return capacity === 0 && station.kind === "buffer" && station.delays === true;
}

function isSourceOver(state: RunState): boolean {
  const actors = actorsOf(state, "source");
  return actors.length > 0 && actors.every(({ activity }) => OVER.has(activity));
}

const OVER: ReadonlySet<string> = new Set(["ended", "cancelled", "failed"]);

function breakerStateOf({ stations }: RunState): number | undefined {
  const place = GAUGES.breaker.indexOf("state");
  return stations.find(({ station }) => station.kind === "breaker")?.gauges[place];
}
