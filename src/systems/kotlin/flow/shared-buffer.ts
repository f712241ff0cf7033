import type { StationLog } from "../../../trace/index.ts";
import { type BufferOverflow, LATEST, OLDEST, UNDELIVERED } from "../channels/index.ts";
import { NO_SUBSCRIBER } from "./losses.ts";

/** The listener that is told of the values in the buffer. A value is lost if no subscriber takes it. */
export interface SharedBufferLog extends Pick<StationLog, "entered" | "left" | "passed" | "lost"> {
  /** The subscriber whose coroutine runs takes the value; what makes room, or comes in for it, is told of later. */
  taken?(value: unknown): void;
}

/** An emitter that waits for room; `value` is what it brings. */
export interface WaitingEmitter<T> {
  readonly value: T;
}

/** Where a subscriber stands: the index of the value that it takes next. */
export interface Position {
  next: number;
}

/** One place of the buffer or of the queue behind it. */
interface Cell<T> {
  /** Null where the value is in the buffer, or its emitter was cancelled. */
  emitter: WaitingEmitter<T> | null;
  readonly value: T;
  /** Its emitter was cancelled while it waited: there is nothing to take. */
  gone: boolean;
  /** Some subscriber has taken it. */
  taken: boolean;
}

/**
 * The values of a shared flow: the buffer, which is as long as its slowest subscriber and the replay need, and
 * behind it the emitters that wait for room. Values have indexes that only grow; every subscriber has a position
 * (the rules of flow/SharedFlow.kt, kotlinx.coroutines 1.11.0).
 *
 * Without a buffer (`capacity` 0) the first waiting emitter hands its value to one subscriber after the other, and
 * goes on when all of them have it.
 */
export class SharedBuffer<T> {
  readonly capacity: number;
  private readonly replay: number;
  private readonly overflow: BufferOverflow;
  private readonly log: SharedBufferLog | null;
  private readonly subscribers = new Set<Position>();
  /** The buffered values, then the waiting emitters. */
  private readonly cells: Cell<T>[] = [];
  /** The index of the first cell. */
  private head = 0;
  private buffered = 0;
  /** Where a new subscriber begins. */
  private replayFrom = 0;
  /** The position of the slowest subscriber, or where the buffer ends if there is none. */
  private slowest = 0;

  constructor(
    replay: number,
    capacity: number,
    overflow: BufferOverflow,
    log: SharedBufferLog | null,
  ) {
    this.replay = replay;
    this.capacity = capacity;
    this.overflow = overflow;
    this.log = log;
  }

  get subscriberCount(): number {
    return this.subscribers.size;
  }

  /** How many values are in the buffer. */
  get size(): number {
    return this.buffered;
  }

  /** What a new subscriber would be given at once, oldest first. */
  get replayCache(): readonly T[] {
    return this.cells.slice(this.replayFrom - this.head, this.buffered).map(({ value }) => value);
  }

  /** A new subscriber's place: at the start of the replay. */
  join(): Position {
    const position = { next: this.replayFrom };
    this.slowest = Math.min(this.slowest, position.next);
    this.subscribers.add(position);
    return position;
  }

  /** Takes a subscriber out. Returns the emitters that go on because of it. */
  leave(position: Position): WaitingEmitter<T>[] {
    this.subscribers.delete(position);
    return this.moved(position.next);
  }

  /** Puts `value` in, or drops it or an older one as the overflow says. False if its emitter has to wait. */
  offer(value: T): boolean {
    if (this.subscribers.size === 0) {
      this.offerToNobody(value);
      return true;
    }
    const isFull = this.buffered >= this.capacity && this.slowest <= this.replayFrom;
    if (isFull && this.overflow === "SUSPEND") return false;
    if (isFull && this.overflow === "DROP_LATEST") {
      this.log?.lost(value, LATEST);
      return true;
    }
    // What makes room goes first: the buffer never shows one too many.
    if (this.buffered >= this.capacity) this.dropOldest();
    this.append(value);
    if (this.end - this.replayFrom > this.replay) this.advance(this.replayFrom + 1, this.slowest);
    return true;
  }

  /** Lets an emitter wait behind the buffer. */
  enqueue(emitter: WaitingEmitter<T>): void {
    this.cells.push({ emitter, value: emitter.value, gone: false, taken: false });
  }

  /** An emitter that waits was cancelled. */
  withdraw(emitter: WaitingEmitter<T>): void {
    const cell = this.cells.find((each) => each.emitter === emitter);
    if (cell === undefined) return;
    cell.emitter = null;
    cell.gone = true;
    if (cell.taken) this.log?.passed(cell.value);
    else this.log?.lost(cell.value, UNDELIVERED);
    this.trimQueue();
  }

  /** Whether a subscriber at `position` would be given something now. */
  canTake({ next }: Position): boolean {
    if (next < this.end) return true;
    return this.capacity === 0 && next <= this.head && this.cells.length > 0;
  }

  /**
   * Moves a subscriber one value on. Call only when `canTake`. Returns the value, null if its emitter was cancelled,
   * and the emitters that go on because of it.
   */
  take(position: Position): { taken: { value: T } | null; emitters: WaitingEmitter<T>[] } {
    const cell = this.cells[position.next - this.head] as Cell<T>;
    cell.taken = true;
    if (!cell.gone) this.log?.taken?.(cell.value);
    position.next++;
    const emitters = this.moved(position.next - 1);
    return { taken: cell.gone ? null : { value: cell.value }, emitters };
  }

  /** Forgets what is kept for new subscribers only. */
  resetReplay(): void {
    this.advance(this.end, this.slowest);
  }

  /** The index behind the last buffered value. */
  private get end(): number {
    return this.head + this.buffered;
  }

  private offerToNobody(value: T): void {
    if (this.replay === 0) {
      this.log?.lost(value, NO_SUBSCRIBER);
      return;
    }
    if (this.buffered >= this.replay) this.dropOldest();
    this.append(value);
    this.slowest = this.end;
  }

  /** Puts `value` at the end of the buffer; nobody waits behind it. */
  private append(value: T): void {
    this.cells.push({ emitter: null, value, gone: false, taken: false });
    this.buffered++;
    this.log?.entered(value);
  }

  private dropOldest(): void {
    const newHead = this.head + 1;
    for (const position of this.subscribers) position.next = Math.max(position.next, newHead);
    this.removeFirst();
    this.replayFrom = Math.max(this.replayFrom, newHead);
    this.slowest = Math.max(this.slowest, newHead);
  }

  /** A subscriber that stood at `from` has moved or left: what nobody needs any more goes, and emitters come in. */
  private moved(from: number): WaitingEmitter<T>[] {
    if (from > this.slowest) return [];
    const { capacity } = this;
    const queued = this.cells.length - this.buffered;
    let slowest = this.end + (capacity === 0 && queued > 0 ? 1 : 0);
    for (const { next } of this.subscribers) slowest = Math.min(slowest, next);
    if (slowest <= this.slowest) return [];
    const isEmpty = this.subscribers.size === 0;
    const room = isEmpty ? queued : Math.min(queued, capacity - (this.end - slowest));
    const emitters = this.admit(room);
    let replayFrom = Math.max(this.replayFrom, this.head, this.end - this.replay);
    if (capacity === 0 && this.cells[replayFrom - this.head]?.gone === true) {
      this.buffered++;
      replayFrom++;
    }
    this.advance(replayFrom, isEmpty ? this.end : slowest);
    this.trimQueue();
    return emitters;
  }

  /** Moves the values of up to `room` waiting emitters into the buffer; cancelled ones are passed over. */
  private admit(room: number): WaitingEmitter<T>[] {
    const emitters: WaitingEmitter<T>[] = [];
    let at = this.buffered;
    while (emitters.length < room && at < this.cells.length) {
      const cell = this.cells[at++] as Cell<T>;
      if (cell.emitter === null) continue;
      emitters.push(cell.emitter);
      // Its own place stays behind it, empty, as long as others wait there.
      this.cells[at - 1] = { ...cell, emitter: null, gone: true };
      this.cells[this.buffered++] = { ...cell, emitter: null };
      if (this.capacity > 0) this.log?.entered(cell.value);
      else if (cell.taken) this.log?.passed(cell.value);
    }
    return emitters;
  }

  private advance(replayFrom: number, slowest: number): void {
    this.replayFrom = replayFrom;
    this.slowest = slowest;
    while (this.head < Math.min(replayFrom, slowest)) this.removeFirst();
  }

  private removeFirst(): void {
    const { gone, value, taken } = this.cells.shift() as Cell<T>;
    this.head++;
    this.buffered--;
    if (gone) return;
    // It is lost only if nobody has taken it.
    if (!taken) this.log?.lost(value, this.subscribers.size > 0 ? OLDEST : NO_SUBSCRIBER);
    else if (this.capacity > 0) this.log?.left(value);
  }

  /** Without a buffer the one emitter that subscribers may stand at is kept, even cancelled. */
  private trimQueue(): void {
    if (this.capacity === 0 && this.cells.length - this.buffered <= 1) return;
    while (this.cells.length > this.buffered && this.cells.at(-1)?.gone === true) this.cells.pop();
  }
}
