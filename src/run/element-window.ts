/**
 * The contents of a station in one state of a run, as a window on the log of all elements that ever entered it. All
 * states of a run share the log: it only grows, and records for each element which removal took it out. So a state with
 * a long buffer costs no more to keep than one with a short buffer, and removing an element from the middle costs no
 * more than removing the oldest.
 */
import { Column } from "./columns.ts";

/** Elements in the order in which they entered the buffer; none enters twice. */
class ElementLog {
  private readonly elements = new Column(Int32Array);
  /** The number of the removal that took each of them out; 0 until then. */
  private readonly removals = new Column(Int32Array);
  /** By element: one more than its position; 0 if it never entered. */
  private readonly positions = new Column(Int32Array);

  get length(): number {
    return this.elements.length;
  }

  get byteLength(): number {
    return this.elements.byteLength + this.removals.byteLength + this.positions.byteLength;
  }

  append(element: number): void {
    this.elements.push(element);
    this.positions.set(element, this.length);
  }

  at(position: number): number {
    return this.elements.at(position);
  }

  /** The position of an element; -1 if it never entered. */
  positionOf(element: number): number {
    return this.positions.at(element) - 1;
  }

  remove(position: number, removal: number): void {
    this.removals.set(position, removal);
  }

  /** Whether one of the first `removals` removals took out the element at a position. */
  isGone(position: number, removals: number): boolean {
    const removal = this.removals.at(position);
    return removal !== 0 && removal <= removals;
  }
}

export class ElementWindow {
  private readonly log: ElementLog;
  /** Positions in the log: of the oldest element present, and after the newest that entered. */
  private from = 0;
  private to = 0;
  /** The number of elements that have left. */
  private removals = 0;
  /** The index and the position that `at` read last, so that reading in order starts there. */
  private lastIndex = 0;
  private lastPosition = 0;

  private constructor(log: ElementLog) {
    this.log = log;
  }

  /** An empty window on a new log. */
  static create(): ElementWindow {
    return new ElementWindow(new ElementLog());
  }

  get length(): number {
    return this.to - this.removals;
  }

  /** Bytes of the log that all states of the run share. */
  get byteLength(): number {
    return this.log.byteLength;
  }

  /** The element that is `index` places behind the oldest; undefined beyond the newest. */
  at(index: number): number | undefined {
    if (index < 0 || index >= this.length) return undefined;
    // No element has left out of turn.
    if (this.to - this.from === this.length) return this.log.at(this.from + index);
    if (index < this.lastIndex || this.lastPosition < this.from) {
      this.lastIndex = 0;
      this.lastPosition = this.from;
    }
    for (; this.lastIndex < index; this.lastIndex++) {
      this.lastPosition = this.presentFrom(this.lastPosition + 1);
    }
    return this.log.at(this.lastPosition);
  }

  /** Adds the newest element; also to the log, unless another state of the run has already done so. */
  push(element: number): void {
    if (this.to === this.log.length) this.log.append(element);
    this.to++;
  }

  /** Removes `element`; returns whether it was there. */
  remove(element: number): boolean {
    const position = this.log.positionOf(element);
    if (position < this.from || position >= this.to) return false;
    if (this.log.isGone(position, this.removals)) return false;
    this.log.remove(position, ++this.removals);
    this.from = this.presentFrom(this.from);
    this.lastIndex = 0;
    this.lastPosition = this.from;
    return true;
  }

  /** Becomes a copy of `other`, which must belong to the same run and station. */
  become(other: ElementWindow): void {
    this.from = other.from;
    this.to = other.to;
    this.removals = other.removals;
    this.lastIndex = 0;
    this.lastPosition = other.from;
  }

  copy(): ElementWindow {
    const copy = new ElementWindow(this.log);
    copy.become(this);
    return copy;
  }

  toArray(): number[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index) as number);
  }

  /** The first position at or after `position` whose element is present; the end if there is none. */
  private presentFrom(position: number): number {
    let at = position;
    while (at < this.to && this.log.isGone(at, this.removals)) at++;
    return at;
  }
}
