/** A duration in ms: a constant, or a function that is called each time one begins, for settings that may change. */
export type Ms = number | (() => number);

export function msNow(ms: Ms): number {
  return typeof ms === "number" ? ms : ms();
}
