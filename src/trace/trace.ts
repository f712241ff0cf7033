import { firstWhere } from "./first-where.ts";
import type { RowKind } from "./row-kind.ts";

/** 4,096 rows, 64 KiB: allocators reuse areas of up to 128 KiB; larger ones are mapped anew, at one fault a page. */
const CHUNK_BITS = 12;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** The first chunk begins with this many rows and doubles, so that a short trace takes little memory. */
const FIRST_ROWS = 512;
/** The bytes that a row takes, and those that it takes in addition in a chunk with a `rare` column. */
const ROW_BYTES = 16;
const RARE_BYTES = 4;
const KIND_SHIFT = 27;
const STATION_SHIFT = 19;
const WHO_BITS = 19;
const LOW_WHO = (1 << WHO_BITS) - 1;
/** The highest number of a station or connection. */
const MAX_STATION = 0xff;
const MAX_DETAIL = 0x7ffff;

/**
 * The columns of some rows, one after the other in one buffer. Values that few rows have are in a column of their own,
 * `rare`, which only a chunk with such a row has: more than half of a row's cost is fresh memory.
 */
class Chunk {
  readonly times: Float64Array;
  /** kind (5 bits) | station (8) | the low bits of who + 1 (19) */
  readonly heads: Int32Array;
  readonly elements: Int32Array;
  /** the high bits of who + 1 (13) | detail (19); null while both are 0 in all rows */
  rare: Int32Array | null = null;

  constructor(rows: number) {
    const buffer = new ArrayBuffer(rows * ROW_BYTES);
    this.times = new Float64Array(buffer, 0, rows);
    this.heads = new Int32Array(buffer, rows * 8, rows);
    this.elements = new Int32Array(buffer, rows * 12, rows);
  }

  get rows(): number {
    return this.times.length;
  }

  /** Returns a chunk of twice as many rows that begins with these. */
  doubled(): Chunk {
    const chunk = new Chunk(this.rows * 2);
    chunk.times.set(this.times);
    chunk.heads.set(this.heads);
    chunk.elements.set(this.elements);
    if (this.rare !== null) chunk.withRare().set(this.rare);
    return chunk;
  }

  /** Returns the `rare` column, creating it if the chunk has none. */
  withRare(): Int32Array {
    this.rare ??= new Int32Array(this.rows);
    return this.rare;
  }
}

/** A growing table of rows in order of time. Rows are addressed by their index, from 0. */
export class Trace {
  private readonly chunks: Chunk[] = [];
  // The columns of the last chunk and how many of its rows are in use, kept here for speed: a row is
  // written every few dozen ns.
  private times: Float64Array = new Float64Array(0);
  private heads: Int32Array = new Int32Array(0);
  private elements: Int32Array = new Int32Array(0);
  private used = 0;
  private room = 0;
  /** The number of rows in the chunks before the last one. */
  private rowsBefore = 0;

  get length(): number {
    return this.rowsBefore + this.used;
  }

  /** The bytes that the trace takes in memory, including the room reserved for further rows. */
  get allocatedBytes(): number {
    const withRare = this.chunks.reduce((rows, { rare }) => rows + (rare?.length ?? 0), 0);
    return (this.rowsBefore + this.room) * ROW_BYTES + withRare * RARE_BYTES;
  }

  /**
   * Appends a row. `time` is in virtual ms and never less than that of the row before. `station` is at most 255 and
   * `detail` at most 524,287; larger values are clamped. `who` and `element` are 32-bit integers, -1 for none.
   */
  add(
    time: number,
    kind: RowKind,
    station: number,
    who: number,
    element: number,
    detail = 0,
  ): void {
    if (this.used === this.room) this.grow();
    const at = this.used++;
    const number = who + 1;
    this.times[at] = time;
    this.heads[at] =
      (kind << KIND_SHIFT) | (Math.min(station, MAX_STATION) << STATION_SHIFT) | (number & LOW_WHO);
    this.elements[at] = element;
    if (detail !== 0 || number >>> WHO_BITS !== 0) this.addRare(at, number, detail);
  }

  timeAt(row: number): number {
    return this.chunkOf(row).times[row & CHUNK_MASK] as number;
  }

  kindAt(row: number): RowKind {
    return ((this.chunkOf(row).heads[row & CHUNK_MASK] as number) >>> KIND_SHIFT) as RowKind;
  }

  stationAt(row: number): number {
    return ((this.chunkOf(row).heads[row & CHUNK_MASK] as number) >>> STATION_SHIFT) & MAX_STATION;
  }

  whoAt(row: number): number {
    const { heads, rare } = this.chunkOf(row);
    const at = row & CHUNK_MASK;
    const low = (heads[at] as number) & LOW_WHO;
    // Wrapped to 32 bits, so that the largest number survives the round trip too.
    return rare === null ? low - 1 : ((((rare[at] as number) & ~MAX_DETAIL) | low) - 1) | 0;
  }

  detailAt(row: number): number {
    const { rare } = this.chunkOf(row);
    return rare === null ? 0 : (rare[row & CHUNK_MASK] as number) & MAX_DETAIL;
  }

  elementAt(row: number): number {
    return this.chunkOf(row).elements[row & CHUNK_MASK] as number;
  }

  /** Returns the number of rows at or before `time`, which is the index of the first row after it. */
  rowsUntil(time: number): number {
    return firstWhere(this.length, (row) => this.timeAt(row) > time);
  }

  private chunkOf(row: number): Chunk {
    return this.chunks[row >>> CHUNK_BITS] as Chunk;
  }

  /** Writes the `rare` column of row `at` of the last chunk; `number` is the row's who + 1. */
  private addRare(at: number, number: number, detail: number): void {
    const rare = (this.chunks.at(-1) as Chunk).withRare();
    rare[at] = (number & ~LOW_WHO) | Math.min(detail, MAX_DETAIL);
  }

  /** Makes room for a row: doubles the first chunk until it has its full size, then adds another. */
  private grow(): void {
    const { chunks } = this;
    const last = chunks.pop();
    if (last === undefined) {
      this.append(new Chunk(FIRST_ROWS));
    } else if (last.rows < CHUNK_ROWS) {
      this.append(last.doubled());
    } else {
      chunks.push(last);
      this.rowsBefore += CHUNK_ROWS;
      this.used = 0;
      this.append(new Chunk(CHUNK_ROWS));
    }
  }

  private append(chunk: Chunk): void {
    this.chunks.push(chunk);
    this.times = chunk.times;
    this.heads = chunk.heads;
    this.elements = chunk.elements;
    this.room = chunk.rows;
  }
}
