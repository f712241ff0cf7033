/**
 * The buffer of one state of a run, as a window on the log of all elements that ever entered it. All
 * states of a run share the log: it only grows, and says of each element which removal took it out. So a
 * state with a long buffer costs no more to keep than one with a short buffer, and an element that leaves
 * from the middle costs no more than the oldest.
 */
import { Column } from "./columns.ts";

/** Elements in the order in which they entered the buffer; none enters twice. */
class ElementLog {
  private readonly elements = new Column(Int32Array);
  /** Which removal of the run took each of them out; 0 for none yet. */
  private readonly removals = new Column(Int32Array);
  /** By element: one more than its position; 0 for one that never came in. */
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

  /** The position of an element; -1 if it never came in. */
  positionOf(element: number): number {
    return this.positions.at(element) - 1;
  }

  remove(position: number, removal: number): void {
    this.removals.set(position, removal);
  }

  /** Whether one of the first `removals` removals took out what stands there. */
  isGone(position: number, removals: number): boolean {
    const removal = this.removals.at(position);
    return removal !== 0 && removal <= removals;
  }
}

export class ElementWindow {
  private readonly log: ElementLog;
  /** Positions in the log: of the oldest element, and after the newest that came in. */
  private from = 0;
  private to = 0;
  /** How many have left. */
  private removals = 0;
  /** Where `at` stood last: reading one place after the other starts there. */
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

  /** Bytes of the log, which all states of the run share. */
  get byteLength(): number {
    return this.log.byteLength;
  }

  /** The element that is `index` places behind the oldest; undefined beyond the newest. */
  at(index: number): number | undefined {
    if (index < 0 || index >= this.length) return undefined;
    // Nobody has left out of turn.
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

  /** Adds the newest: to the log too, unless another state of the run has been this far before. */
  push(element: number): void {
    if (this.to === this.log.length) this.log.append(element);
    this.to++;
  }

  /** Takes `element` away; says whether it was there. */
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

  /** Takes over what `other` holds; it must be of the same run. */
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

  /** The first position at or after `position` whose element is there; the end if there is none. */
  private presentFrom(position: number): number {
    let at = position;
    while (at < this.to && this.log.isGone(at, this.removals)) at++;
    return at;
  }
}
