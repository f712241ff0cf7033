/**
 * The staircase of a run: how many elements were requested, made, received, done and lost by when. The vertical
 * distance of two sums at a time is how many are between them; the horizontal one is how long an element took.
 */
import { type LadderLog, type LadderSource, ladderLogOf } from "./ladder-log.ts";
import type { RowLog } from "./row-log.ts";

/** From `timeMs` on the sum is `total`, until the next step. */
export interface Step {
  readonly timeMs: number;
  readonly total: number;
}

export interface StaircaseWindow {
  readonly fromMs: number;
  /** Nothing later than this is told: the play head. */
  readonly untilMs: number;
}

export interface Staircase {
  readonly made: readonly Step[];
  /** Reached the workers. */
  readonly received: readonly Step[];
  readonly done: readonly Step[];
  readonly lost: readonly Step[];
  /**
   * Over the first connection that requests; Infinity from a request without bound on. null where none requests.
   */
  readonly requested: readonly Step[] | null;
}

/** No sum has more steps than this, its two ends included. */
export const MOST_STEPS = 240;

/** The sums over a window of a run, from its left edge to its end. */
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

/** The sums at one time, and what their distances mean there. */
export interface StaircaseReading {
  readonly made: number;
  readonly received: number;
  readonly done: number;
  readonly lost: number;
  /** Made, and neither at a worker nor at an end: the vertical distance. */
  readonly waiting: number;
  /** The last element that had reached a worker by then, or null. */
  readonly last: {
    readonly element: number;
    readonly madeMs: number;
    readonly receivedMs: number;
  } | null;
}

/** What the staircase says at a time. */
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

/** A sum that grows at instants, each at a place. */
interface Sum {
  lastUntil(timeMs: number): number;
  timeAt(place: number): number;
  totalAt(place: number): number;
  /** The place of the next instant, where it is not the next one. */
  next?(place: number): number;
}

/** How often something has happened, by the rows that tell of it: the place of an instant is that of its last row. */
function sumOf(rows: RowLog): Sum {
  return {
    lastUntil: (timeMs) => rows.countUntil(timeMs) - 1,
    timeAt: (place) => rows.timeAt(place),
    totalAt: (place) => place + 1,
    next: (place) => rows.countUntil(rows.timeAt(place + 1)) - 1,
  };
}

/**
 * The steps of a sum in a window. Where there are too many, the window is cut into equal parts, and each keeps its
 * first and its last step: a sum only grows, so these are its extremes.
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
