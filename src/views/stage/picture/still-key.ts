/** A number that changes when the still shapes of the picture change: what is held, who works, what is full. */
import type { RunState } from "../../../run/index.ts";
import { SIGNALS } from "../../../trace/index.ts";

/** The key of a state. Two states of one run whose still shapes differ only in numbers within words have the same. */
export function stillKey({ stations, connections }: RunState): number {
  let key = 17;
  const mix = (value: number) => {
    key = (Math.imul(key, 31) + Math.round(value * 8)) | 0;
  };
  for (const { held, lost, contents, capacity, actors, gauges } of stations) {
    mix(Math.min(held.length, 3));
    mix(lost > 0 ? 1 : 0);
    mix(Number.isFinite(capacity) ? capacity : -1);
    mix(Number.isFinite(capacity) ? Math.floor((4 * contents.length) / Math.max(1, capacity)) : 0);
    for (const { activity, sinceMs, untilMs } of actors) {
      mix(activity.charCodeAt(0) + activity.charCodeAt(1));
      // An actor that is busy for no set time is waiting for a signal.
      mix(activity === "busy" && untilMs === sinceMs ? 1 : 0);
    }
    for (const gauge of gauges) mix(Number.isNaN(gauge) ? -1 : gauge);
  }
  for (const { outstanding, signal } of connections) {
    mix(Number.isFinite(outstanding) ? outstanding : -1);
    mix(signal === null ? -1 : SIGNALS.indexOf(signal));
  }
  return key;
}
