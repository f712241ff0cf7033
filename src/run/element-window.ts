/**
 * The buffer of one state of a run, as a window on the log of all elements that ever entered it. All
 * states of a run share the log, whose entries never change, so that a state with a long buffer costs
 * no more to keep than one with a short buffer.
 */

/** Elements in the order in which they entered the buffer. */
class ElementLog {
  length = 0;
  private items = new Int32Array(1024);

  append(element: number): void {
    if (this.length === this.items.length) {
      const items = new Int32Array(this.length * 2);
      items.set(this.items);
      this.items = items;
    }
    this.items[this.length++] = element;
  }

  at(position: number): number {
    return this.items[position] as number;
  }
}

export class ElementWindow {
  private readonly log: ElementLog;
  /** Positions in the log: of the oldest element, and after the newest. */
  private from = 0;
  private to = 0;
  /** Positions in between that were taken out of turn, ascending. */
  private gaps: readonly number[] = NO_GAPS;

  private constructor(log: ElementLog) {
    this.log = log;
  }

  /** An empty window on a new log. */
  static create(): ElementWindow {
    return new ElementWindow(new ElementLog());
  }

  get length(): number {
    return this.to - this.from - this.gaps.length;
  }

  /** The element that is `index` places behind the oldest; undefined beyond the newest. */
  at(index: number): number | undefined {
    if (index < 0 || index >= this.length) return undefined;
    let position = this.from + index;
    for (const gap of this.gaps) if (gap <= position) position++;
    return this.log.at(position);
  }

  /** Adds the newest: to the log too, unless another state of the run has been this far before. */
  push(element: number): void {
    if (this.to === this.log.length) this.log.append(element);
    this.to++;
  }

  /** Takes the oldest away; nothing if it is empty. */
  shift(): void {
    if (this.length > 0) this.leave(this.from);
  }

  /** Takes `element` away; says whether it was there. Quick for the oldest and the newest ones. */
  remove(element: number): boolean {
    if (this.at(0) === element) {
      this.leave(this.from);
      return true;
    }
    for (let position = this.to - 1; position >= this.from; position--) {
      if (this.log.at(position) === element && !this.gaps.includes(position)) {
        this.leave(position);
        return true;
      }
    }
    return false;
  }

  /** Takes over what `other` holds; it must be of the same run. */
  become(other: ElementWindow): void {
    this.from = other.from;
    this.to = other.to;
    this.gaps = other.gaps;
  }

  copy(): ElementWindow {
    const copy = new ElementWindow(this.log);
    copy.become(this);
    return copy;
  }

  toArray(): number[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index) as number);
  }

  private leave(position: number): void {
    if (position !== this.from) {
      this.gaps = [...this.gaps, position].sort((a, b) => a - b);
      return;
    }
    this.from++;
    while (this.gaps[0] === this.from) {
      this.gaps = this.gaps.slice(1);
      this.from++;
    }
  }
}

const NO_GAPS: readonly number[] = [];
