import type { Job, Waitable } from "./job.ts";
import type { Sim } from "./sim.ts";
import { NOTHING } from "./standing.ts";
import { DONE, SUSPENDED, type Suspending } from "./steps.ts";
import { WaitList } from "./wait-list.ts";

/**
 * Kotlin's `Semaphore(permits)`: limits how many coroutines hold a permit at once. A released permit goes
 * straight to the coroutine that has waited longest, so no coroutine can overtake a waiting one.
 */
export class Semaphore implements Waitable {
  /** The total number of permits. */
  readonly permits: number;
  private available: number;
  private readonly sim: Sim;
  private readonly waiters = new WaitList<Job>();
  private readonly acquireOperation: AcquireOperation;

  /** Throws a `RangeError` unless `permits` is a whole number of 1 or more. */
  constructor(sim: Sim, permits: number) {
    if (!Number.isInteger(permits) || permits < 1) {
      throw new RangeError(
        `Semaphore: permits must be a whole number of 1 or more, not ${permits}`,
      );
    }
    this.sim = sim;
    this.permits = permits;
    this.available = permits;
    this.acquireOperation = new AcquireOperation(sim, this);
  }

  /** The number of permits that can be acquired without waiting. */
  get availablePermits(): number {
    return this.available;
  }

  /** `yield* semaphore.acquire()`: takes a permit, waiting if none is available. */
  acquire(): Suspending<void> {
    return this.acquireOperation;
  }

  /** Takes a permit if one is available. Returns whether it did. */
  tryAcquire(): boolean {
    if (!this.sim.dispatcher.countEvent() || this.available === 0) return false;
    this.available--;
    return true;
  }

  /** Gives a permit back. Throws if no permit is taken. */
  release(): void {
    if (!this.sim.dispatcher.countEvent()) return;
    if (!this.passOn()) {
      throw new Error(`Semaphore: the number of released permits cannot exceed ${this.permits}`);
    }
  }

  /** For the operation: passes a permit on to the next waiter, or gives it back. Returns false if none was taken. */
  passOn(): boolean {
    const waiter = this.waiters.shift();
    if (waiter !== null) waiter.resumeWith(this);
    else if (this.available < this.permits) this.available++;
    else return false;
    return true;
  }

  abandon(coroutine: Job): void {
    this.waiters.remove(coroutine);
  }

  /** For the operation: suspends `coroutine` until it is given a permit. */
  enqueue(coroutine: Job): void {
    this.waiters.append(coroutine);
    coroutine.suspendIn(this);
  }
}

class AcquireOperation implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly sim: Sim;
  private readonly semaphore: Semaphore;

  constructor(sim: Sim, semaphore: Semaphore) {
    this.sim = sim;
    this.semaphore = semaphore;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const coroutine = this.sim.current;
    if (signal !== undefined) {
      const permit = coroutine.takeSlot();
      const failure = coroutine.takeFailure();
      if (failure !== null) {
        // It was cancelled after it was given a permit and before it ran: the permit goes to the next waiter.
        if (permit !== NOTHING) this.semaphore.passOn();
        throw failure;
      }
      return DONE;
    }
    if (this.semaphore.tryAcquire()) return DONE;
    this.semaphore.enqueue(coroutine);
    return SUSPENDED;
  }
}
