/**
 * Elements on their way between two places. In the model a hand-over takes no time; in the picture it takes a moment,
 * so that the eye can follow. Which elements are on their way is a function of the trace and the time alone.
 */
import { moveOf, type Place } from "../../../run/index.ts";
import type { Moment } from "./moment.ts";

export interface Flight {
  readonly element: number;
  readonly from: Place;
  readonly to: Place;
  /** 0 at the start, under 1. */
  readonly progress: number;
}

export interface Traffic {
  /** The elements on their way, by number. */
  readonly flights: ReadonlyMap<number, Flight>;
  /** How far the elements of a station that one has just left have moved up, 0 to 1, by the station's number. */
  readonly movedUp: ReadonlyMap<number, number>;
  /**
   * Stations to which more elements come during one flight than the eye can follow: the way to them is drawn as a
   * stream, without single elements. The number after the last station stands for the end.
   */
  readonly streams: ReadonlySet<number>;
}

/** How long a flight appears to take, in ms of the wall clock: less where elements follow each other quickly. */
export const LONGEST_FLIGHT_MS = 300;
const SHORTEST_FLIGHT_MS = 130;
const SHARE_OF_INTERVAL = 0.8;
/** More elements than this on their way to one station are a stream. */
const MOST_ON_WAY = 14;
/** The most rows that are looked at, from the newest back. */
const MOST_ROWS = 900;

const STILL: Traffic = { flights: new Map(), movedUp: new Map(), streams: new Set() };

export function trafficAt(moment: Moment): Traffic {
  if (moment.discrete) return STILL;
  const { rows: end, run, speed } = moment;
  const { trace } = run.history;
  const nowMs = moment.timeMs + moment.settlingMs;
  const flightMs = flightMsOf(moment);
  const first = Math.max(moment.landedRows, Math.min(end, trace.rowsUntil(nowMs - flightMs)));
  if (first >= end || speed <= 0) return STILL;
  const skipped = Math.max(first, end - MOST_ROWS);
  const walk = new Walk(moment, nowMs, flightMs);
  for (let row = skipped; row < end; row++) walk.take(row);
  return walk.traffic();
}

function flightMsOf({ speed, producerDelayMs }: Moment): number {
  const pauseMs = Number.isNaN(producerDelayMs) ? 0 : producerDelayMs;
  const wanted = Math.max(SHORTEST_FLIGHT_MS * speed, SHARE_OF_INTERVAL * pauseMs);
  return Math.min(LONGEST_FLIGHT_MS * speed, wanted);
}

class Walk {
  private readonly moment: Moment;
  private readonly nowMs: number;
  private readonly flightMs: number;
  private readonly flights = new Map<number, Flight>();
  private readonly movedUp = new Map<number, number>();
  private readonly places = new Map<number, Place>();
  private readonly reached = new Map<number, number>();
  private readonly legs = new Map<number, number>();

  constructor(moment: Moment, nowMs: number, flightMs: number) {
    this.moment = moment;
    this.nowMs = nowMs;
    this.flightMs = flightMs;
  }

  /** Follows one row: if it moves its element, from where it was last seen, or else from where it must have been. */
  take(row: number): void {
    const { trace } = this.moment.run.history;
    const move = moveOf(trace, row);
    if (move === null) return;
    const { element, from: usual, to } = move;
    const seen = this.places.get(element);
    this.places.set(element, to);
    if (usual === null) return;
    const progress = this.progressOf(trace.timeAt(row));
    if (usual.at === "inside") this.movedUp.set(usual.station, progress);
    const before = this.flights.get(element);
    // Several rows of one instant are one movement.
    const from = before?.progress === progress ? before.from : (seen ?? usual);
    const leg = legTo(to);
    this.reached.set(leg, (this.reached.get(leg) ?? 0) + 1);
    this.legs.set(element, leg);
    if (progress < 1) this.flights.set(element, { element, from, to, progress });
  }

  traffic(): Traffic {
    const crowded = new Set<number>();
    for (const [leg, count] of this.reached) if (count > MOST_ON_WAY) crowded.add(leg);
    if (crowded.size === 0)
      return { flights: this.flights, movedUp: this.movedUp, streams: crowded };
    for (const [element, leg] of this.legs) if (crowded.has(leg)) this.flights.delete(element);
    const streams = new Set([...crowded].filter((leg) => leg >= 0));
    return { flights: this.flights, movedUp: NOBODY, streams };
  }

  private progressOf(timeMs: number): number {
    const ranMs = this.nowMs - timeMs;
    return this.flightMs <= 0 ? 1 : Math.min(1, Math.max(0, ranMs / this.flightMs));
  }
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/** The number of the leg that leads to a place: that of its station, or less than 0 for losses. */
function legTo({ at, station }: Place): number {
  if (at === "lost") return -1 - station;
  return at === "hand" || at === "end" ? station + 1 : station;
}
