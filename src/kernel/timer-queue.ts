/**
 * The timers of a simulation, earliest first, ties in order of registration.
 *
 * A binary heap in struct-of-arrays form: times and registration numbers are kept in typed arrays, and
 * the smaller child is chosen without a branch, because most of a heap's cost is mispredicted branches.
 * A cancelled timer stays in place and is skipped when it comes up, because its owner's `timerSeq` no
 * longer matches. When cancelled timers make up half of the heap, it is rebuilt without them, so that
 * memory follows the number of live timers.
 */

/** The owner of a timer: `timerSeq` is the registration number of its live timer, 0 for none. */
export interface TimerOwner {
  timerSeq: number;
}

const INITIAL_SLOTS = 32;
const COMPACT_FROM = 64;

export class TimerQueue<T extends TimerOwner> {
  private times: Float64Array = new Float64Array(INITIAL_SLOTS).fill(Number.POSITIVE_INFINITY);
  private seqs: Float64Array = new Float64Array(INITIAL_SLOTS);
  private owners: (T | undefined)[] = new Array<T | undefined>(INITIAL_SLOTS).fill(undefined);
  private count = 0;
  private cancelled = 0;

  /** The number of timers that will still fire. */
  get size(): number {
    return this.count - this.cancelled;
  }

  /** Returns the time of the earliest timer that will fire, in ms; Infinity if there is none. */
  nextTime(): number {
    if (this.cancelled !== 0) this.dropCancelledHead();
    return this.times[0] as number;
  }

  /** Registers `owner` to be due at `time`, in ms; `seq` must be larger than any before. */
  add(time: number, seq: number, owner: T): void {
    // One slot beyond the last is kept at Infinity: the sentinel for a missing right child.
    if (this.count + 2 > this.times.length) this.grow();
    const { times, seqs, owners } = this;
    let i = this.count++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      // A new timer has the largest seq, so it moves up only past strictly later ones.
      if ((times[parent] as number) <= time) break;
      times[i] = times[parent] as number;
      seqs[i] = seqs[parent] as number;
      owners[i] = owners[parent];
      i = parent;
    }
    times[i] = time;
    seqs[i] = seq;
    owners[i] = owner;
    owner.timerSeq = seq;
  }

  /** Removes and returns the owner of the earliest timer. Call only after `nextTime()` was finite. */
  pop(): T {
    const owner = this.owners[0] as T;
    this.removeHead();
    return owner;
  }

  /** Cancels `owner`'s timer, which must still be in this queue. */
  cancel(owner: T): void {
    owner.timerSeq = 0;
    this.cancelled++;
    if (this.cancelled > COMPACT_FROM && this.cancelled * 2 > this.count) this.compact();
  }

  private dropCancelledHead(): void {
    while (this.count > 0 && (this.owners[0] as T).timerSeq !== this.seqs[0]) {
      this.removeHead();
      this.cancelled--;
    }
  }

  private removeHead(): void {
    const last = --this.count;
    const { times, seqs, owners } = this;
    const time = times[last] as number;
    const seq = seqs[last] as number;
    const owner = owners[last];
    times[last] = Number.POSITIVE_INFINITY;
    owners[last] = undefined;
    if (last > 0) this.sink(0, time, seq, owner);
  }

  private sink(from: number, time: number, seq: number, owner: T | undefined): void {
    const { times, seqs, owners, count } = this;
    let i = from;
    let child = 2 * i + 1;
    while (child < count) {
      const left = times[child] as number;
      const right = times[child + 1] as number;
      child +=
        +(right < left) |
        (+(right === left) & +((seqs[child + 1] as number) < (seqs[child] as number)));
      const childTime = times[child] as number;
      if (childTime > time || (childTime === time && (seqs[child] as number) > seq)) break;
      times[i] = childTime;
      seqs[i] = seqs[child] as number;
      owners[i] = owners[child];
      i = child;
      child = 2 * i + 1;
    }
    times[i] = time;
    seqs[i] = seq;
    owners[i] = owner;
  }

  private compact(): void {
    const { times, seqs, owners, count } = this;
    let live = 0;
    for (let i = 0; i < count; i++) {
      if ((owners[i] as T).timerSeq !== seqs[i]) continue;
      times[live] = times[i] as number;
      seqs[live] = seqs[i] as number;
      owners[live] = owners[i];
      live++;
    }
    times.fill(Number.POSITIVE_INFINITY, live, count);
    owners.fill(undefined, live, count);
    this.count = live;
    this.cancelled = 0;
    for (let i = (live >> 1) - 1; i >= 0; i--) {
      this.sink(i, times[i] as number, seqs[i] as number, owners[i]);
    }
  }

  private grow(): void {
    const slots = this.times.length * 2;
    const times = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
    const seqs = new Float64Array(slots);
    times.set(this.times);
    seqs.set(this.seqs);
    this.times = times;
    this.seqs = seqs;
    for (let i = this.owners.length; i < slots; i++) this.owners.push(undefined);
  }
}
