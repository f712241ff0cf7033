/** Finds elements of a ladder: the one nearest to a point, the one made after another, and the line of one. */

import { type LadderWindow, type Segment, segmentsAt, segmentsOf } from "./ladder.ts";
import type { LadderSource } from "./ladder-log.ts";
import { ladderLogOf } from "./ladder-log.ts";

export interface LadderPoint {
  /** The time at the point, in ms. */
  readonly timeMs: number;
  /** The station whose band holds the point, and how far through the band it is, from 0 to 1. */
  readonly station: number;
  readonly share: number;
  /** The number of ms that are as wide on the screen as the band is high. */
  readonly bandMs: number;
  /** The largest distance of a line from the point, in heights of the band. */
  readonly reach: number;
}

/** The element whose line or loss is nearest to a point; null if none is within reach. */
export function elementNear(
  source: LadderSource,
  window: Pick<LadderWindow, "untilMs">,
  point: LadderPoint,
): number | null {
  const log = ladderLogOf(source);
  const reachMs = point.reach * point.bandMs;
  const fromMs = point.timeMs - reachMs;
  const toMs = Math.min(window.untilMs, point.timeMs + reachMs);
  let nearest: number | null = null;
  let least = point.reach;
  const offer = (element: number, distance: number) => {
    if (distance > least) return;
    least = distance;
    nearest = element;
  };
  for (const segment of segmentsOf(log, { fromMs, untilMs: window.untilMs, beganByMs: toMs })) {
    if (segment.station === point.station) offer(segment.element, distanceTo(segment, point));
  }
  log.eachRowIn(log.rows.lost, fromMs, toMs, (row, index) => {
    const { element, place, atMs, share } = log.lossAt(index, row);
    const beside = (atMs - point.timeMs) / point.bandMs;
    if (place === point.station) offer(element, Math.hypot(beside, share - point.share));
  });
  return nearest;
}

/** The distance of a line from a point, in heights of the band. */
function distanceTo({ fromMs, toMs, share }: Segment, point: LadderPoint): number {
  const length = (toMs - fromMs) / point.bandMs;
  const along = (point.timeMs - fromMs) / point.bandMs;
  const square = length * length + share * share;
  const part = square === 0 ? 0 : (along * length + point.share * share) / square;
  const near = Math.min(1, Math.max(0, part));
  return Math.hypot(along - near * length, point.share - near * share);
}

/**
 * The element made `steps` places after `element` (before it, if negative) among those made by `untilMs`, at most the
 * last and at least the first of them. If `element` is null or not among them, the last one made; null if none was made.
 */
export function elementBeside(
  source: LadderSource,
  untilMs: number,
  element: number | null,
  steps: number,
): number | null {
  const log = ladderLogOf(source);
  const count = log.madeUntil(untilMs);
  if (count === 0) return null;
  const place = element === null ? -1 : log.madePlace(element);
  const isMade = place >= 0 && place < count;
  const wanted = isMade ? place + steps : count - 1;
  return log.rows.made.elementAt(Math.min(count - 1, Math.max(0, wanted)));
}

/** The stays of one element that have begun by `untilMs`, in order. */
export function lineOf(source: LadderSource, element: number, untilMs: number): Segment[] {
  const log = ladderLogOf(source);
  const places: number[] = [];
  log.eachOf(element, untilMs, (place) => {
    places.push(place);
  });
  return segmentsAt(log, places, untilMs);
}
