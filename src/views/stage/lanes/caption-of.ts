/** What is happening now, in one sentence: a pure function of the state. */
import type { Text } from "../../../i18n/index.ts";
import {
  awaitsSignal,
  capacityOf,
  type RunState,
  type StationState,
  sourceConnection,
} from "../../../run/index.ts";
import { BreakerState, GAUGES } from "../../../systems/index.ts";
import { captionWords } from "./caption-words.ts";

export interface CaptionRates {
  readonly madePerSec: number;
  readonly donePerSec: number;
  readonly lostPerSec: number;
}

export interface Caption {
  readonly text: Text;
  readonly numbers: Readonly<Record<string, number>>;
  /** What the sentence calls the station that holds the source. */
  readonly holder?: Text;
}

/** As few elements that wait in a buffer without a bound are no news. */
const FEW = 3;

/** The most telling first: who is held, what is lost, what piles up, who waits. */
export function captionOf(state: RunState, rates: CaptionRates): Caption {
  const { waiting, lost, done, made } = state;
  const capacity = capacityOf(state);
  const numbers = { waiting, lost, done, made, capacity };
  const say = (text: Text): Caption => ({ text, numbers });
  if (made === 0) return say(captionWords.nothingYet);
  if (breakerStateOf(state) === BreakerState.OPEN) return say(captionWords.breakerOpen);
  const holder = holderOf(state);
  if (holder !== undefined) {
    const { name } = holder.station;
    return { ...say(heldWords(state, holder)), ...(name !== undefined && { holder: name }) };
  }
  if (hasFailed(state)) return say(captionWords.failed);
  const offers = sourceConnection(state);
  if (!isSourceOver(state) && sourceOf(state)?.actors.some((each) => awaitsSignal(each, offers))) {
    return say(offers?.signal === "pending" ? captionWords.noReady : captionWords.noDrain);
  }
  if (isSourceOver(state)) {
    return say(waiting > 0 ? captionWords.draining : captionWords.sourceOver);
  }
  if (rates.lostPerSec > 0) {
    return say(waiting >= capacity ? captionWords.losing : captionWords.losingElsewhere);
  }
  if (offers?.connection.pressure === "request") {
    if (offers.outstanding <= 0) return say(captionWords.noDemand);
    // Where all is requested, demand says nothing of what comes: what piles up does.
    const isCounted = offers.outstanding !== Number.POSITIVE_INFINITY;
    if (isCounted && capacity === Number.POSITIVE_INFINITY) return say(captionWords.asked);
  }
  if (capacity === Number.POSITIVE_INFINITY && waiting > FEW) {
    const { madePerSec, donePerSec } = rates;
    // In its first moments a run has no rates yet.
    if (donePerSec > madePerSec) return say(captionWords.shrinking);
    return say(donePerSec === madePerSec ? captionWords.waitingSome : captionWords.growing);
  }
  if (waiting === 0) return say(captionWords.keepingUp);
  if (isMerging(state)) return say(captionWords.merging);
  if (waiting >= capacity) return say(captionWords.fullNow);
  return say(Number.isFinite(capacity) ? captionWords.filling : captionWords.waitingSome);
}

/** Whether what comes next becomes part of what waits. */
function isMerging({ stations }: RunState): boolean {
  return stations.some(
    ({ station, contents }) =>
      station.kind === "buffer" && station.merges === true && contents.length > 0,
  );
}

/** Whether whoever takes the elements was ended by an error. */
function hasFailed({ stations }: RunState): boolean {
  return stations.some(
    ({ station, actors }) =>
      station.kind === "workers" && actors.some(({ activity }) => activity === "failed"),
  );
}

/** The station that holds the source, if one does. */
function holderOf(state: RunState): StationState | undefined {
  const { stations } = state;
  const held = sourceOf(state)?.actors.find(({ activity }) => activity === "held");
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

/** Whether what it holds waits for a time of its own there, and not for a consumer. */
function isDelaying({ station, capacity }: StationState): boolean {
  return capacity === 0 && station.kind === "buffer" && station.delays === true;
}

function sourceOf({ stations }: RunState): StationState | undefined {
  return stations.find(({ station }) => station.kind === "source");
}

function isSourceOver(state: RunState): boolean {
  const actors = sourceOf(state)?.actors ?? [];
  return actors.length > 0 && actors.every(({ activity }) => OVER.has(activity));
}

const OVER: ReadonlySet<string> = new Set(["ended", "cancelled", "failed"]);

function breakerStateOf({ stations }: RunState): number | undefined {
  const place = GAUGES.breaker.indexOf("state");
  return stations.find(({ station }) => station.kind === "breaker")?.gauges[place];
}
