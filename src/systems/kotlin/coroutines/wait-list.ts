/**
 * A member of a `WaitList`, through which the list is linked. Both links of a waiter that is in no list are
 * null.
 */
export interface Waiter<T> {
  waitPrevious: T | null;
  waitNext: T | null;
}

/** Waiters in order of arrival. The list is linked through its members, so that leaving it takes constant time. */
export class WaitList<T extends Waiter<T>> {
  /** The waiter that has waited longest. */
  first: T | null = null;
  private last: T | null = null;

  /** Adds `waiter`, which must be in no list, at the end. */
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

  /** Removes `waiter`, which must be in this list. */
  remove(waiter: T): void {
    const { waitPrevious, waitNext } = waiter;
    if (waitPrevious === null) this.first = waitNext;
    else waitPrevious.waitNext = waitNext;
    if (waitNext === null) this.last = waitPrevious;
    else waitNext.waitPrevious = waitPrevious;
    waiter.waitPrevious = null;
    waiter.waitNext = null;
  }

  /** Removes and returns the waiter that has waited longest, or null if there is none. */
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
