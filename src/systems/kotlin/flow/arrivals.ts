import type { StationLog } from "../../../trace/index.ts";

/**
 * For operators that hold a value behind their channel: what the channel tells, so that a value is in the station
 * from its arrival until the operator emits or loses it. Taking it out of the channel changes nothing.
 */
export function arrivalsOf(log: StationLog | null): StationLog | null {
  if (log === null) return null;
  const arrivals = Object.create(log) as { -readonly [K in keyof StationLog]: StationLog[K] };
  arrivals.passed = (element) => log.entered(element);
  arrivals.left = () => {};
  return arrivals;
}
