/** How fast something happens, from a tally: a steady rhythm gives a steady number. */
import type { EventTally } from "./event-tally.ts";

/**
 * Events per second at the end of bucket `bucket`: those of the last `windowBuckets` buckets (if there
 * are none, those of the bucket of the last one), divided by the time from the event before them to the
 * last of them. So a rhythm that does not divide the window shows no beat. Where it has been quiet for
 * longer than usual, that time counts too; after twice the usual pause, and a whole window, it is 0. Where
 * nothing came before, it is what came in one window.
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
  // Several events of one time are one beat of the rhythm.
  const usualMs = spanMs / (tally.instantsAt(bucket) - tally.instantsAt(before));
  const quietMs = endMs - lastMs;
  if (quietMs > Math.max(windowBuckets * bucketMs, 2 * usualMs) + 1e-6) return 0;
  return (1000 * events) / (spanMs + Math.max(0, quietMs - usualMs));
}
