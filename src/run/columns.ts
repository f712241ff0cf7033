/** Columns of numbers that grow by doubling. */

const FIRST_PLACES = 256;

/** How many places a column has that has grown to `length` place by place. */
export function placesFor(length: number): number {
  let places = FIRST_PLACES;
  while (places < length) places *= 2;
  return places;
}

/** Numbers by their place; the rest is `blank`. */
export class Column {
  length = 0;
  private readonly kind: new (
    length: number,
  ) => Float64Array | Int32Array | Uint8Array;
  private readonly blank: number;
  private items;

  /** `kind` says what the numbers are kept as, and `blank` what stands in a place that nobody has written. */
  constructor(kind: Column["kind"], blank = 0) {
    this.kind = kind;
    this.blank = blank;
    this.items = new kind(FIRST_PLACES).fill(blank);
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
    if (place >= this.items.length) this.grow(place + 1);
    this.items[place] = value;
    if (place >= this.length) this.length = place + 1;
  }

  private grow(least: number): void {
    const { items } = this;
    this.items = new this.kind(Math.max(least, items.length * 2)).fill(this.blank);
    this.items.set(items);
  }
}
