/**
 * The staircase of a run: how many elements had been requested, made, received, done and lost by each time. The
 * vertical distance between two of these sums is the number of elements in between; the horizontal distance is how long
 * an element took.
 */
import { type LadderLog, type LadderSource, ladderLogOf } from "./ladder-log.ts";
import type { RowLog } from "./row-log.ts";

/** The sum is `total` from `timeMs` until the next step. */
export interface Step {
  readonly timeMs: number;
  readonly total: number;
}

export interface StaircaseWindow {
  readonly fromMs: number;
  /** Where the window ends: at the play head. */
  readonly untilMs: number;
}

export interface Staircase {
  readonly made: readonly Step[];
  /** Elements that reached a worker. */
  readonly received: readonly Step[];
  readonly done: readonly Step[];
  readonly lost: readonly Step[];
  /**
   * Elements requested over the first connection that requests; Infinity from a request without bound on. Null if no
   * connection requests.
   */
  readonly requested: readonly Step[] | null;
}

/** The most steps of a sum, both ends included. */
export const MOST_STEPS = 240;

/** The sums over a window of a run, each from the left edge to the end. */
export function staircaseOf(source: LadderSource, window: StaircaseWindow): Staircase {
  const { history } = source;
  const log = ladderLogOf(source);
  return {
    made: stepsOf(history.made, window),
    received: stepsOf(sumOf(log.rows.received), window),
    done: stepsOf(history.done, window),
    lost: stepsOf(history.lost, window),
    requested: requestedSteps(log, source, window),
  };
}

/** The sums at one time, and the distances between them there. */
export interface StaircaseReading {
  readonly made: number;
  readonly received: number;
  readonly done: number;
  readonly lost: number;
  /** Elements made that have neither reached a worker nor ended: the vertical distance. */
  readonly waiting: number;
  /** The last element that had reached a worker by then, or null. */
  readonly last: {
    readonly element: number;
    readonly madeMs: number;
    readonly receivedMs: number;
  } | null;
}

/** Reads the staircase at a time. */
export function readStaircase(source: LadderSource, timeMs: number): StaircaseReading {
  const { history } = source;
  const log = ladderLogOf(source);
  const made = history.made.totalUntil(timeMs);
  const received = log.rows.received.countUntil(timeMs);
  return {
    made,
    received,
    done: history.done.totalUntil(timeMs),
    lost: history.lost.totalUntil(timeMs),
    waiting: made - log.firstReceived.countUntil(timeMs) - log.away.countUntil(timeMs),
    last: received === 0 ? null : wayOf(log, log.rows.received.elementAt(received - 1)),
  };
}

function wayOf(log: LadderLog, element: number): NonNullable<StaircaseReading["last"]> {
  return {
    element,
    madeMs: log.madeMs(element),
    receivedMs: log.receivedMs(element),
  };
}

/** A sum that grows at instants, which have places in order of time. */
interface Sum {
  lastUntil(timeMs: number): number;
  timeAt(place: number): number;
  totalAt(place: number): number;
  /** The place of the next instant; the next place if left out. */
  next?(place: number): number;
}

/** The number of rows by a time, as a sum: the place of an instant is that of its last row. */
function sumOf(rows: RowLog): Sum {
  return {
    lastUntil: (timeMs) => rows.countUntil(timeMs) - 1,
    timeAt: (place) => rows.timeAt(place),
    totalAt: (place) => place + 1,
    next: (place) => rows.countUntil(rows.timeAt(place + 1)) - 1,
  };
}

/**
 * The steps of a sum in a window. If there are too many, the window is cut into equal parts, each of which keeps only
 * its first and its last step: a sum only grows, so these are its extremes.
 */
function stepsOf(sum: Sum, { fromMs, untilMs }: StaircaseWindow): Step[] {
  const before = sum.lastUntil(fromMs);
  const last = sum.lastUntil(untilMs);
  const steps: Step[] = [{ timeMs: fromMs, total: sum.totalAt(before) }];
  const keep = (place: number) => {
    steps.push({ timeMs: sum.timeAt(place), total: sum.totalAt(place) });
  };
  const next = (place: number) => sum.next?.(place) ?? place + 1;
  const places: number[] = [];
  for (let place = before; place < last && places.length + 1 < MOST_STEPS; ) {
    place = next(place);
    places.push(place);
  }
  if (places.length + 2 <= MOST_STEPS) {
    for (const place of places) keep(place);
  } else {
    const parts = (MOST_STEPS - 2) / 2;
    let kept = before;
    for (let part = 1; part <= parts; part++) {
      const endMs = part === parts ? untilMs : fromMs + ((untilMs - fromMs) * part) / parts;
      const place = sum.lastUntil(endMs);
      const first = place > kept ? next(kept) : place;
      if (place > kept) keep(first);
      if (place > first) keep(place);
      kept = place;
    }
  }
  steps.push({ timeMs: untilMs, total: sum.totalAt(last) });
  return steps;
}

function requestedSteps(
  log: LadderLog,
  { topology }: LadderSource,
  window: StaircaseWindow,
): Step[] | null {
  const connection = topology.connections.findIndex(({ pressure }) => pressure === "request");
  if (connection < 0) return null;
  const { counted, unboundedMs } = log.requestsOver(connection);
  return stepsOf(counted, window).map((step) =>
    step.timeMs < unboundedMs ? step : { ...step, total: Number.POSITIVE_INFINITY },
  );
}
