import type { LossRule, StationLog } from "../../../trace/index.ts";
import { STOPPED } from "../stage.ts";
import { DROP_BUFFER, DROP_HEAD, DROP_TAIL, type OverflowStrategy } from "./overflow-strategy.ts";

/**
 * The elements that a stage holds, oldest first, and how its strategy drops them. It records all that happens to them;
 * an element that never enters the buffer is the stage's to record. (`impl/Buffers.scala`, Pekko 1.7.0)
 */
export class ElementBuffer<T> {
  readonly size: number;
  private readonly log: StationLog | null;
  private readonly slots: (T | undefined)[];
  private head = 0;
  private count = 0;

  /** `size` is how many elements the buffer holds. Throws a RangeError unless it is a whole number of 1 or more. */
  constructor(size: number, log: StationLog | null) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`buffer: size must be a whole number of 1 or more, not ${size}`);
    }
    this.size = size;
    this.log = log;
    this.slots = [];
  }

  get isFull(): boolean {
    return this.count === this.size;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Adds `element` as the newest. Call only when the buffer is not full. */
  enqueue(element: T): void {
    this.log?.entered(element);
    this.slots[(this.head + this.count++) % this.size] = element;
  }

  /** Removes and returns the oldest element. Call only when the buffer is not empty. */
  dequeue(): T {
    const element = this.removeOldest();
    this.log?.left(element);
    return element;
  }

  /** Drops what `strategy` drops from a full buffer. Returns false if it drops nothing from it. */
  makeRoom(strategy: OverflowStrategy): boolean {
    switch (strategy) {
      case "dropHead":
        this.lose(this.removeOldest(), DROP_HEAD);
        return true;
      case "dropTail":
        this.lose(this.removeNewest(), DROP_TAIL);
        return true;
      case "dropBuffer":
        this.clear(DROP_BUFFER);
        return true;
      default:
        return false;
    }
  }

  /** Loses all the elements, because the stage has stopped. */
  discard(): void {
    this.clear(STOPPED);
  }

  private clear(rule: LossRule): void {
    while (this.count > 0) this.lose(this.removeOldest(), rule);
  }

  private lose(element: T, rule: LossRule): void {
    this.log?.lost(element, rule);
  }

  private removeOldest(): T {
    const element = this.slots[this.head] as T;
    this.slots[this.head] = undefined;
    this.head = (this.head + 1) % this.size;
    this.count--;
    return element;
  }

  private removeNewest(): T {
    this.count--;
    const place = (this.head + this.count) % this.size;
    const element = this.slots[place] as T;
    this.slots[place] = undefined;
    return element;
  }
}
