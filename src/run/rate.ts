/** How fast something happens, from a tally: a steady rhythm gives a steady number. */
import type { EventTally } from "./event-tally.ts";

/**
 * Events per second at the end of bucket `bucket`: those of the last `windowBuckets` buckets (if there
 * are none, those of the bucket of the last one), divided by the time from the event before them to the
 * last of them. So a rhythm that does not divide the window shows no beat. Where it has been quiet for
 * longer than usual, that time counts too. 0 before there are two different times.
 */
export function ratePerSec(
  tally: EventTally,
  bucket: number,
  windowBuckets: number,
  bucketMs: number,
): number {
  const total = tally.totalAt(bucket);
  const lastMs = tally.lastMsAt(bucket);
  if (total === 0) return 0;
  let before = bucket - windowBuckets;
  if (tally.totalAt(before) === total) before = Math.floor(lastMs / bucketMs + 1e-9) - 1;
  // Where nothing came before the window, the events of the first instant take the place of that.
  const counted = tally.totalAt(before);
  const events = counted === 0 ? total - tally.firstCount : total - counted;
  const fromMs = counted === 0 ? tally.firstMs : tally.lastMsAt(before);
  const spanMs = lastMs - fromMs;
  if (events <= 0 || spanMs <= 0) return 0;
  const quietMs = (bucket + 1) * bucketMs - lastMs;
  return (1000 * events) / (spanMs + Math.max(0, quietMs - spanMs / events));
}
