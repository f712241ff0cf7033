/** A time in ms: fixed, or asked for whenever it begins, as a setting that is changed on the way. */
export type Ms = number | (() => number);

export function msNow(ms: Ms): number {
  return typeof ms === "number" ? ms : ms();
}
