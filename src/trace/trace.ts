import { firstWhere } from "./first-where.ts";
import type { RowKind } from "./row-kind.ts";

/** 4,096 rows, 64 KiB: allocators keep areas of up to 128 KiB at hand, larger ones come page by faulting page. */
const CHUNK_BITS = 12;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** The first chunk begins with so many rows and doubles: a short trace takes little. */
const FIRST_ROWS = 512;
/** What a row takes in memory, and what it takes besides in a chunk with a column of what is rare. */
const ROW_BYTES = 16;
const RARE_BYTES = 4;
const KIND_SHIFT = 27;
const STATION_SHIFT = 19;
const WHO_BITS = 19;
const LOW_WHO = (1 << WHO_BITS) - 1;
/** How many stations, or connections, a run can have. */
const MAX_STATION = 0xff;
const MAX_DETAIL = 0x7ffff;

/**
 * The columns of some rows, one after the other in one buffer. What few rows have stands in a column that only a
 * chunk with such a row has: fresh memory costs more than half of what a row does.
 */
class Chunk {
  readonly times: Float64Array;
  /** kind (5 bits) | station (8) | the low bits of who + 1 (19) */
  readonly heads: Int32Array;
  readonly elements: Int32Array;
  /** the high bits of who + 1 (13) | detail (19); null while both are 0 in all rows. */
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

  /** A chunk of twice as many rows that begins with these. */
  doubled(): Chunk {
    const chunk = new Chunk(this.rows * 2);
    chunk.times.set(this.times);
    chunk.heads.set(this.heads);
    chunk.elements.set(this.elements);
    if (this.rare !== null) chunk.withRare().set(this.rare);
    return chunk;
  }

  /** Its column of what is rare, made if it has none. */
  withRare(): Int32Array {
    this.rare ??= new Int32Array(this.rows);
    return this.rare;
  }
}

/** A growing table of rows in order of time. Rows are addressed by their index from 0. */
export class Trace {
  private readonly chunks: Chunk[] = [];
  // The columns of the last chunk, and how many of its rows are in use: at hand, because a row is
  // written every few dozen ns.
  private times: Float64Array = new Float64Array(0);
  private heads: Int32Array = new Int32Array(0);
  private elements: Int32Array = new Int32Array(0);
  private used = 0;
  private room = 0;
  /** How many rows the chunks before the last one hold. */
  private rowsBefore = 0;

  get length(): number {
    return this.rowsBefore + this.used;
  }

  /** Bytes that the trace takes in memory, with the room that it keeps at hand for further rows. */
  get allocatedBytes(): number {
    const withRare = this.chunks.reduce((rows, { rare }) => rows + (rare?.length ?? 0), 0);
    return (this.rowsBefore + this.room) * ROW_BYTES + withRare * RARE_BYTES;
  }

  /**
   * Appends a row. `time` in virtual ms, never less than the row before; `station` up to 255 and `detail` up to
   * 524,287 (larger ones are kept as those); `who` and `element` are 32-bit integers, -1 for none.
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
    // As 32 bits, so that the largest number comes back too.
    return rare === null ? low - 1 : ((((rare[at] as number) & ~MAX_DETAIL) | low) - 1) | 0;
  }

  detailAt(row: number): number {
    const { rare } = this.chunkOf(row);
    return rare === null ? 0 : (rare[row & CHUNK_MASK] as number) & MAX_DETAIL;
  }

  elementAt(row: number): number {
    return this.chunkOf(row).elements[row & CHUNK_MASK] as number;
  }

  /** How many rows lie at or before `time`: the index of the first row after it. */
  rowsUntil(time: number): number {
    return firstWhere(this.length, (row) => this.timeAt(row) > time);
  }

  private chunkOf(row: number): Chunk {
    return this.chunks[row >>> CHUNK_BITS] as Chunk;
  }

  /** What is rare of the last chunk's row `at`; `number` is its who + 1. */
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
