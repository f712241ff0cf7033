/**
 * The waiters, in order of arrival: a list linked through its members, so that leaving it costs nothing.
 * Both links of a waiter that is in no list are null.
 */
export interface Waiter<T> {
  waitPrevious: T | null;
  waitNext: T | null;
}

export class WaitList<T extends Waiter<T>> {
  /** The one that has waited longest. */
  first: T | null = null;
  private last: T | null = null;

  /** Puts `waiter`, which is in no list, behind everybody else. */
  append(waiter: T): void {
    const { last } = this;
    if (last === null) {
      this.first = waiter;
    } else {
      waiter.waitPrevious = last;
      last.waitNext = waiter;
    }
    this.last = waiter;
  }

  remove(waiter: T): void {
    const { waitPrevious, waitNext } = waiter;
    if (waitPrevious === null) this.first = waitNext;
    else waitPrevious.waitNext = waitNext;
    if (waitNext === null) this.last = waitPrevious;
    else waitNext.waitPrevious = waitPrevious;
    waiter.waitPrevious = null;
    waiter.waitNext = null;
  }

  /** Removes and returns the one that has waited longest, or null. */
  shift(): T | null {
    const waiter = this.first;
    if (waiter === null) return null;
    const { waitNext } = waiter;
    this.first = waitNext;
    if (waitNext === null) {
      this.last = null;
    } else {
      waitNext.waitPrevious = null;
      waiter.waitNext = null;
    }
    return waiter;
  }
}
