/** How fast something happens, from a tally: a steady rhythm gives a steady number. */
import type { EventTally } from "./event-tally.ts";

/**
 * Events per second at the end of bucket `bucket`: those of the last `windowBuckets` buckets (if there
 * are none, those of the bucket of the last one), divided by the time from the event before them to the
 * last of them. So a rhythm that does not divide the window shows no beat. Where it has been quiet for
 * longer than usual, that time counts too. Where nothing came before, it is what came in one window.
 */
export function ratePerSec(
  tally: EventTally,
  bucket: number,
  windowBuckets: number,
  bucketMs: number,
): number {
  const total = tally.totalAt(bucket);
  if (total === 0) return 0;
  const lastMs = tally.lastMsAt(bucket);
  const endMs = (bucket + 1) * bucketMs;
  let before = bucket - windowBuckets;
  if (tally.totalAt(before) === total) before = Math.floor(lastMs / bucketMs + 1e-9) - 1;
  const counted = tally.totalAt(before);
  if (counted === 0) {
    return (1000 * total) / Math.max(windowBuckets * bucketMs, endMs - tally.firstMs);
  }
  const events = total - counted;
  const spanMs = lastMs - tally.lastMsAt(before);
  return (1000 * events) / (spanMs + Math.max(0, endMs - lastMs - spanMs / events));
}
