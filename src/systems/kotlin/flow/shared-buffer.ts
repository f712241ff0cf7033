import type { StationLog } from "../../../trace/index.ts";
import { type BufferOverflow, LATEST, OLDEST, UNDELIVERED } from "../channels/index.ts";
import { NO_SUBSCRIBER } from "./losses.ts";

/** The log of the values in the buffer. A value is lost if no subscriber takes it. */
export interface SharedBufferLog extends Pick<StationLog, "entered" | "left" | "passed" | "lost"> {
  /** The subscriber whose coroutine is running takes the value. What leaves or enters because of it is logged later. */
  taken?(value: unknown): void;
}

/** An emitter that waits for room for its `value`. */
export interface WaitingEmitter<T> {
  readonly value: T;
}

/** The position of a subscriber: the index of the value that it takes next. */
export interface Position {
  next: number;
}

/** One place of the buffer or of the queue behind it. */
interface Cell<T> {
  /** The emitter that waits with the value; null if the value is in the buffer, or the emitter was cancelled. */
  emitter: WaitingEmitter<T> | null;
  readonly value: T;
  /** Whether the place is empty: its emitter was cancelled while it waited, or its value moved into the buffer. */
  gone: boolean;
  /** Whether a subscriber has taken the value. */
  taken: boolean;
}

/**
 * The values of a shared flow: the buffer, which is as long as the slowest subscriber and the replay need, followed
 * by the emitters that wait for room. Every value has an index, which never changes, and every subscriber a position
 * (the rules of flow/SharedFlow.kt, kotlinx.coroutines 1.11.0).
 *
 * Without a buffer (`capacity` 0), the first waiting emitter hands its value to one subscriber after the other, and
 * resumes when all of them have it.
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
  /** The index at which a new subscriber begins. */
  private replayFrom = 0;
  /** The position of the slowest subscriber, or the end of the buffer if there is none. */
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

  /** The number of values in the buffer. */
  get size(): number {
    return this.buffered;
  }

  /** The values that a new subscriber would be given at once, oldest first. */
  get replayCache(): readonly T[] {
    return this.cells.slice(this.replayFrom - this.head, this.buffered).map(({ value }) => value);
  }

  /** Adds a subscriber, and returns its position: the start of the replay. */
  join(): Position {
    const position = { next: this.replayFrom };
    this.slowest = Math.min(this.slowest, position.next);
    this.subscribers.add(position);
    return position;
  }

  /** Removes a subscriber. Returns the emitters that can resume because of it. */
  leave(position: Position): WaitingEmitter<T>[] {
    this.subscribers.delete(position);
    return this.moved(position.next);
  }

  /** Adds `value`, or drops it or an older one, as `overflow` says. Returns false if the emitter has to wait. */
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
    // The oldest leaves first, so that the log never has one value too many in the buffer.
    if (this.buffered >= this.capacity) this.dropOldest();
    this.append(value);
    if (this.end - this.replayFrom > this.replay) this.advance(this.replayFrom + 1, this.slowest);
    return true;
  }

  /** Makes an emitter wait behind the buffer. */
  enqueue(emitter: WaitingEmitter<T>): void {
    this.cells.push({ emitter, value: emitter.value, gone: false, taken: false });
  }

  /** Removes a waiting emitter that was cancelled. */
  withdraw(emitter: WaitingEmitter<T>): void {
    const cell = this.cells.find((each) => each.emitter === emitter);
    if (cell === undefined) return;
    cell.emitter = null;
    cell.gone = true;
    if (cell.taken) this.log?.passed(cell.value);
    else this.log?.lost(cell.value, UNDELIVERED);
    this.trimQueue();
  }

  /** Whether there is something to take for a subscriber at this position. */
  canTake({ next }: Position): boolean {
    if (next < this.end) return true;
    return this.capacity === 0 && next <= this.head && this.cells.length > 0;
  }

  /**
   * Moves a subscriber forward by one value. Call only when `canTake`. Returns the value, or null if its emitter was
   * cancelled, and the emitters that can resume because of it.
   */
  take(position: Position): { taken: { value: T } | null; emitters: WaitingEmitter<T>[] } {
    const cell = this.cells[position.next - this.head] as Cell<T>;
    cell.taken = true;
    if (!cell.gone) this.log?.taken?.(cell.value);
    position.next++;
    const emitters = this.moved(position.next - 1);
    return { taken: cell.gone ? null : { value: cell.value }, emitters };
  }

  /** Removes the values that are kept only for new subscribers. */
  resetReplay(): void {
    this.advance(this.end, this.slowest);
  }

  /** The index after the last buffered value. */
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

  /** Adds `value` at the end of the buffer. Call only when no emitter waits behind it. */
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

  /**
   * A subscriber that was at `from` has moved or left: removes the values that are no longer needed, and moves those of
   * waiting emitters into the buffer. Returns these emitters, which can resume.
   */
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

  /** Moves the values of up to `room` waiting emitters into the buffer, and skips cancelled ones. */
  private admit(room: number): WaitingEmitter<T>[] {
    const emitters: WaitingEmitter<T>[] = [];
    let at = this.buffered;
    while (emitters.length < room && at < this.cells.length) {
      const cell = this.cells[at++] as Cell<T>;
      if (cell.emitter === null) continue;
      emitters.push(cell.emitter);
      // Its old place remains, empty, as long as others wait behind it.
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
    // It is lost only if no subscriber has taken it.
    if (!taken) this.log?.lost(value, this.subscribers.size > 0 ? OLDEST : NO_SUBSCRIBER);
    else if (this.capacity > 0) this.log?.left(value);
  }

  /**
   * Removes cancelled emitters from the end of the queue. Without a buffer the only one left stays, because subscribers
   * may be at its place.
   */
  private trimQueue(): void {
    if (this.capacity === 0 && this.cells.length - this.buffered <= 1) return;
    while (this.cells.length > this.buffered && this.cells.at(-1)?.gone === true) this.cells.pop();
  }
}
