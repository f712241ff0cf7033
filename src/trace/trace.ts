/**
 * What happened in a run, as columns: 16 bytes a row in typed arrays, so that recording a million
 * events costs neither objects nor garbage, and equal runs are equal to the byte.
 */

/** What a row says. The number is the row's encoding; never renumber, only append (5 bits). */
export const TraceKind = {
  /** A producer has made an element and is about to offer it. */
  PRODUCED: 1,
  /** The element entered the buffer; `who` offered it. */
  ACCEPTED: 2,
  /** The element went straight to a waiting receiver; `who` offered it, `detail` is the receiver. */
  HANDED_OVER: 3,
  /** `send` waits for room; `who` holds the element. */
  SUSPENDED: 4,
  /** A `send` that had waited has returned to its coroutine. */
  RESUMED: 5,
  /** The element is lost; `detail` is the `DropRule`. */
  DROPPED: 6,
  /** A receiver has the element in hand. */
  RECEIVED: 7,
  /** The consumer has finished its work on the element. */
  DONE: 8,
  /** Making or working on the element failed. */
  FAILED: 9,
  /** A gate refused the element before it reached the channel. */
  REJECTED: 10,
  /** A number of a gate changed; `detail` says which, `element` is its new value. */
  GATE: 11,
  /** The buffer's capacity changed; `element` is the new capacity. */
  CAPACITY: 12,
  /** A threshold was crossed; `detail` names it. */
  ALARM: 13,
  /** A program's own report; `element` is the reported number, `detail` says which. */
  REPORT: 14,
  /** Coroutine `who` ended; `detail` is a `TaskEnd`. */
  TASK_ENDED: 15,
  /** Coroutine `who` begins to wait in `delay` or to work; `element` is for how many ms. */
  DELAY: 16,
} as const;

export type TraceKind = (typeof TraceKind)[keyof typeof TraceKind];

/** Which rule lost an element: the `detail` of a DROPPED row. */
export const DropRule = {
  /** The buffer was full and its oldest element made room (DROP_OLDEST, CONFLATED). */
  OLDEST: 1,
  /** The buffer was full and `send` threw the incoming element away (DROP_LATEST). */
  LATEST: 2,
  /** `trySend` was refused, and the producer let the element go. */
  REFUSED: 3,
  /** The channel was closed or cancelled, or the coroutine that held the element was. */
  UNDELIVERED: 4,
  /** A less important element made room for a more important one. */
  UNIMPORTANT: 5,
  /** It was left behind in a channel that nobody reads any more. */
  FORGOTTEN: 6,
} as const;

export type DropRule = (typeof DropRule)[keyof typeof DropRule];

/** How a coroutine ended: the `detail` of a TASK_ENDED row. */
export const TaskEnd = { COMPLETED: 0, CANCELLED: 1, FAILED: 2 } as const;

export type TaskEnd = (typeof TaskEnd)[keyof typeof TaskEnd];

/** 128 KiB: allocators keep areas of that size at hand, larger ones come page by faulting page. */
const CHUNK_BITS = 13;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** The first chunk begins with so many rows and doubles: a short trace takes little. */
const FIRST_ROWS = 512;
const ROW_BYTES = 16;
const KIND_SHIFT = 27;
const WHO_SHIFT = 11;
const MAX_WHO = 0xffff;
const MAX_DETAIL = 0x7ff;

/** The columns of some rows, one after the other in one buffer. */
class Chunk {
  readonly times: Float64Array;
  /** kind (5 bits) | who (16) | detail (11) */
  readonly heads: Int32Array;
  readonly elements: Int32Array;

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

  /**
   * Appends a row. `time` in virtual ms, never less than the row before; `who` up to 65,535 and
   * `detail` up to 2,047 (larger ones are kept as those); `element` a 32-bit integer, -1 for none.
   */
  add(time: number, kind: TraceKind, who: number, element: number, detail = 0): void {
    if (this.used === this.room) this.grow();
    const at = this.used++;
    this.times[at] = time;
    this.heads[at] =
      who <= MAX_WHO && detail <= MAX_DETAIL
        ? (kind << KIND_SHIFT) | (who << WHO_SHIFT) | detail
        : clampedHead(kind, who, detail);
    this.elements[at] = element;
  }

  timeAt(row: number): number {
    return this.chunkOf(row).times[row & CHUNK_MASK] as number;
  }

  kindAt(row: number): TraceKind {
    return ((this.chunkOf(row).heads[row & CHUNK_MASK] as number) >>> KIND_SHIFT) as TraceKind;
  }

  whoAt(row: number): number {
    return ((this.chunkOf(row).heads[row & CHUNK_MASK] as number) >>> WHO_SHIFT) & MAX_WHO;
  }

  detailAt(row: number): number {
    return (this.chunkOf(row).heads[row & CHUNK_MASK] as number) & MAX_DETAIL;
  }

  elementAt(row: number): number {
    return this.chunkOf(row).elements[row & CHUNK_MASK] as number;
  }

  /** How many rows lie at or before `time`: the index of the first row after it. */
  rowsUntil(time: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.timeAt(middle) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows as bytes (times, then heads, then elements): equal runs give equal bytes. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.byteLength);
    let at = 0;
    for (const column of ["times", "heads", "elements"] as const) {
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
    this.elements = chunk.elements;
    this.room = chunk.rows;
  }
}

function clampedHead(kind: TraceKind, who: number, detail: number): number {
  return (
    (kind << KIND_SHIFT) | (Math.min(who, MAX_WHO) << WHO_SHIFT) | Math.min(detail, MAX_DETAIL)
  );
}
