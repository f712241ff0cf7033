import type { NodeLoop } from "./node-loop.ts";

/**
 * A promise on the virtual clock, with JavaScript's own order of jobs (ECMA-262 §27.2): a reaction runs one job after
 * the promise is fulfilled; resolving a promise with another takes one job to subscribe to it and one to follow it.
 * There is no rejection: an exception in a job ends the loop, as an unhandled one ends Node.
 */
export class VirtualPromise<T> {
  private readonly loop: NodeLoop;
  private value: T | undefined;
  private isFulfilled = false;
  private isResolved = false;
  private reactions: ((value: T) => void)[] = [];

  constructor(loop: NodeLoop) {
    this.loop = loop;
  }

  /** `Promise.resolve(value)` for a value that is not a promise. */
  static of<T>(loop: NodeLoop, value: T): VirtualPromise<T> {
    const promise = new VirtualPromise<T>(loop);
    promise.resolve(value);
    return promise;
  }

  /** Fulfils this promise with `value`, or makes it follow another promise. Only the first call counts. */
  resolve(value: T | VirtualPromise<T>): void {
    if (this.isResolved) return;
    this.isResolved = true;
    if (value instanceof VirtualPromise) {
      this.loop.promiseJob(() => value.react((followed) => this.fulfil(followed)));
    } else {
      this.fulfil(value);
    }
  }

  /** `await`: runs `reaction` in a job of its own when the promise is fulfilled. */
  react(reaction: (value: T) => void): void {
    if (this.isFulfilled) this.queue(reaction);
    else this.reactions.push(reaction);
  }

  /** JavaScript's `then`: like `react`, but returns a promise of what `reaction` returns. */
  chain<Result>(reaction: (value: T) => Result | VirtualPromise<Result>): VirtualPromise<Result> {
    const derived = new VirtualPromise<Result>(this.loop);
    this.react((value) => derived.resolve(reaction(value)));
    return derived;
  }

  private fulfil(value: T): void {
    this.isFulfilled = true;
    this.value = value;
    for (const reaction of this.reactions) this.queue(reaction);
    this.reactions = [];
  }

  private queue(reaction: (value: T) => void): void {
    this.loop.promiseJob(() => reaction(this.value as T));
  }
}
