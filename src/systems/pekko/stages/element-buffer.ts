import type { LossRule, StationLog } from "../../../trace/index.ts";
import { STOPPED } from "../stage.ts";
import { DROP_BUFFER, DROP_HEAD, DROP_TAIL, type OverflowStrategy } from "./overflow-strategy.ts";

/**
 * What a stage holds, oldest first, with what its strategy drops. Reports everything but what it is not given.
 * (`impl/Buffers.scala`, Pekko 1.7.0)
 */
export class ElementBuffer<T> {
  readonly size: number;
  private readonly log: StationLog | null;
  private readonly slots: (T | undefined)[];
  private head = 0;
  private count = 0;

  /** Throws a RangeError unless `size`, how many elements it holds, is a whole number of 1 or more. */
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

  /** Call only when it is not full. */
  enqueue(element: T): void {
    this.log?.entered(element);
    this.slots[(this.head + this.count++) % this.size] = element;
  }

  /** Removes and returns the oldest. Call only when it is not empty. */
  dequeue(): T {
    const element = this.removeOldest();
    this.log?.left(element);
    return element;
  }

  /** Drops what `strategy` drops of a full buffer. Returns false if it drops nothing that is in there. */
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

  /** The stage has stopped: what it holds is lost. */
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
