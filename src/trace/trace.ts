import { firstWhere } from "./first-where.ts";
import type { RowKind } from "./row-kind.ts";

/** 4,096 rows, 80 KiB: allocators keep areas of up to 128 KiB at hand, larger ones come page by faulting page. */
const CHUNK_BITS = 12;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** The first chunk begins with so many rows and doubles: a short trace takes little. */
const FIRST_ROWS = 512;
const ROW_BYTES = 20;
const KIND_SHIFT = 27;
const STATION_SHIFT = 19;
/** How many stations, or connections, a run can have. */
const MAX_STATION = 0xff;
const MAX_DETAIL = 0x7ffff;

/** The columns of some rows, one after the other in one buffer. */
class Chunk {
  readonly times: Float64Array;
  /** kind (5 bits) | station (8) | detail (19) */
  readonly heads: Int32Array;
  readonly whos: Int32Array;
  readonly elements: Int32Array;

  constructor(rows: number) {
    const buffer = new ArrayBuffer(rows * ROW_BYTES);
    this.times = new Float64Array(buffer, 0, rows);
    this.heads = new Int32Array(buffer, rows * 8, rows);
    this.whos = new Int32Array(buffer, rows * 12, rows);
    this.elements = new Int32Array(buffer, rows * 16, rows);
  }

  get rows(): number {
    return this.times.length;
  }

  /** A chunk of twice as many rows that begins with these. */
  doubled(): Chunk {
    const chunk = new Chunk(this.rows * 2);
    chunk.times.set(this.times);
    chunk.heads.set(this.heads);
    chunk.whos.set(this.whos);
    chunk.elements.set(this.elements);
    return chunk;
  }
}

/** A growing table of rows in order of time. Rows are addressed by their index from 0. */
export class Trace {
  private readonly chunks: Chunk[] = [];
  // The columns of the last chunk, and how many of its rows are in use: at hand, because a row is
  // written every few dozen ns.
  private times: Float64Array = new Float64Array(0);
  private heads: Int32Array = new Int32Array(0);
  private whos: Int32Array = new Int32Array(0);
  private elements: Int32Array = new Int32Array(0);
  private used = 0;
  private room = 0;
  /** How many rows the chunks before the last one hold. */
  private rowsBefore = 0;

  get length(): number {
    return this.rowsBefore + this.used;
  }

  /** Bytes that the rows written so far take. */
  get byteLength(): number {
    return this.length * ROW_BYTES;
  }

  /** Bytes that the trace takes in memory, with the room that it keeps at hand for further rows. */
  get allocatedBytes(): number {
    return (this.rowsBefore + this.room) * ROW_BYTES;
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
    this.times[at] = time;
    this.heads[at] =
      station <= MAX_STATION && detail <= MAX_DETAIL
        ? (kind << KIND_SHIFT) | (station << STATION_SHIFT) | detail
        : clampedHead(kind, station, detail);
    this.whos[at] = who;
    this.elements[at] = element;
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
    return this.chunkOf(row).whos[row & CHUNK_MASK] as number;
  }

  detailAt(row: number): number {
    return (this.chunkOf(row).heads[row & CHUNK_MASK] as number) & MAX_DETAIL;
  }

  elementAt(row: number): number {
    return this.chunkOf(row).elements[row & CHUNK_MASK] as number;
  }

  /** How many rows lie at or before `time`: the index of the first row after it. */
  rowsUntil(time: number): number {
    return firstWhere(this.length, (row) => this.timeAt(row) > time);
  }

  /** The rows as bytes (times, then heads, whos, elements): equal runs give equal bytes. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.byteLength);
    let at = 0;
    for (const column of ["times", "heads", "whos", "elements"] as const) {
      for (let c = 0; c < this.chunks.length; c++) {
        const length = Math.min(CHUNK_ROWS, this.length - c * CHUNK_ROWS);
        const part = (this.chunks[c] as Chunk)[column].subarray(0, Math.max(0, length));
        bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
        at += part.byteLength;
      }
    }
    return bytes;
  }

  private chunkOf(row: number): Chunk {
    return this.chunks[row >>> CHUNK_BITS] as Chunk;
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
    this.whos = chunk.whos;
    this.elements = chunk.elements;
    this.room = chunk.rows;
  }
}

function clampedHead(kind: RowKind, station: number, detail: number): number {
  return (
    (kind << KIND_SHIFT) |
    (Math.min(station, MAX_STATION) << STATION_SHIFT) |
    Math.min(detail, MAX_DETAIL)
  );
}
