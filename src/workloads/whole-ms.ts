/**
 * Turns real-valued times into whole ms, as Kotlin's `delay(Long)` takes them. The fraction cut off one time
 * is added to the next, so that the mean stays exact.
 */
export class WholeMs {
  private rest = 0;

  /** Returns `ms` plus the fraction left over from earlier calls, rounded down to whole ms. */
  next(ms: number): number {
    const exact = ms + this.rest;
    // A sum of fractions may miss a whole number by the last bit of a double.
    const whole = Math.floor(exact + 1e-9);
    this.rest = exact - whole;
    return whole;
  }
}
