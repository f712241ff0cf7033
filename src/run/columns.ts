/** Columns of numbers that grow by doubling. */

const FIRST_PLACES = 256;

/** Numbers by their place; the rest is `blank`. */
export class Column<A extends Float64Array | Int32Array | Uint8Array> {
  length = 0;
  private items: A;
  private readonly blank: number;

  /** `empty` says what the numbers are kept as, and `blank` what stands in a place that nobody has written. */
  constructor(empty: A, blank = 0) {
    this.blank = blank;
    this.items = this.grown(empty, FIRST_PLACES);
  }

  get byteLength(): number {
    return this.items.byteLength;
  }

  /** What stands at a place; `blank` beyond the last. */
  at(place: number): number {
    return this.items[place] ?? this.blank;
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  set(place: number, value: number): void {
    if (place >= this.items.length) this.items = this.grown(this.items, place + 1);
    this.items[place] = value;
    if (place >= this.length) this.length = place + 1;
  }

  private grown(items: A, least: number): A {
    const length = Math.max(least, items.length * 2);
    const more = new (items.constructor as new (length: number) => A)(length);
    more.fill(this.blank);
    more.set(items);
    return more;
  }
}
