/** At which instants something happened in a run, and how often by then. It grows with the trace. */

const FIRST_ROOM = 256;

export class Instants {
  /** How often it has happened. */
  total = 0;
  /** How many different instants there are. */
  length = 0;
  private times: Float64Array = new Float64Array(FIRST_ROOM);
  private totals: Int32Array = new Int32Array(FIRST_ROOM);

  /** Time of the first, in ms; NaN before it. */
  get firstMs(): number {
    return this.length === 0 ? Number.NaN : this.timeAt(0);
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return this.times.byteLength + this.totals.byteLength;
  }

  /** It happened `times` times at `timeMs`, which is not before the last one. */
  add(timeMs: number, times = 1): void {
    this.total += times;
    if (this.length > 0 && this.times[this.length - 1] === timeMs) {
      this.totals[this.length - 1] = this.total;
      return;
    }
    if (this.length === this.times.length) this.grow();
    this.times[this.length] = timeMs;
    this.totals[this.length++] = this.total;
  }

  /** Place of the last instant at or before `timeMs`; -1 if there is none. */
  lastUntil(timeMs: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.times[middle] as number) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Time of the instant at a place, in ms. */
  timeAt(place: number): number {
    return this.times[place] as number;
  }

  /** How often it has happened by the instant at a place; 0 for -1. */
  totalAt(place: number): number {
    return place < 0 ? 0 : (this.totals[place] as number);
  }

  /** How often it has happened by `timeMs`. */
  totalUntil(timeMs: number): number {
    return this.totalAt(this.lastUntil(timeMs));
  }

  private grow(): void {
    const times = new Float64Array(this.length * 2);
    const totals = new Int32Array(this.length * 2);
    times.set(this.times);
    totals.set(this.totals);
    this.times = times;
    this.totals = totals;
  }
}
