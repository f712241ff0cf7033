/** Columns of numbers that grow: by doubling at first, then chunk by chunk, so that few places stay empty. */

export const FIRST_PLACES = 256;
const CHUNK_BITS = 12;
export const CHUNK_PLACES: number = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_PLACES - 1;

type Numbers = Float64Array | Int32Array | Uint8Array;

/** Numbers by place; places that nobody has written hold `blank`. */
export class Column {
  length = 0;
  /** Bytes that it takes in memory. */
  byteLength = 0;
  private readonly kind: new (
    length: number,
  ) => Numbers;
  private readonly blank: number;
  private readonly chunks: Numbers[] = [];

  /** `kind` is the type of array that holds the numbers, `blank` the value of a place that nobody has written. */
  constructor(kind: Column["kind"], blank = 0) {
    this.kind = kind;
    this.blank = blank;
  }

  /** The number at a place; `blank` beyond the last. */
  at(place: number): number {
    return this.chunks[place >> CHUNK_BITS]?.[place & CHUNK_MASK] ?? this.blank;
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  set(place: number, value: number): void {
    const index = place >> CHUNK_BITS;
    const within = place & CHUNK_MASK;
    let chunk = this.chunks[index];
    if (chunk === undefined || within >= chunk.length) {
      // The next power of two above the place.
      const places =
        index > 0 ? CHUNK_PLACES : Math.max(FIRST_PLACES, 1 << (32 - Math.clz32(within)));
      const larger = new this.kind(places).fill(this.blank);
      if (chunk !== undefined) larger.set(chunk);
      this.byteLength += larger.byteLength - (chunk?.byteLength ?? 0);
      chunk = larger;
      this.chunks[index] = larger;
    }
    chunk[within] = value;
    if (place >= this.length) this.length = place + 1;
  }
}
