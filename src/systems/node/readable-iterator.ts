import type { NodeLoop } from "./node-loop.ts";
import type { Readable } from "./readable.ts";
import { VirtualPromise } from "./virtual-promise.ts";

/** The result of `next()`: an element, or the end of the stream. */
export type IteratorStep<T> =
  | { readonly done: false; readonly value: T }
  | { readonly done: true; readonly value?: undefined };

/**
 * `readable[Symbol.asyncIterator]()` (`createAsyncIterator` of `internal/streams/readable.js`, Node 20.20), which takes
 * the same promise jobs as that async generator. It reads until nothing is there, then waits for 'readable', and ends
 * when the stream is closed. Leaving the loop destroys the stream.
 */
export class ReadableIterator<T> {
  private readonly loop: NodeLoop;
  private readonly readable: Readable<T>;
  private hasStarted = false;
  private isOver = false;
  private isClosed = false;
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(readable: Readable<T>) {
    this.loop = readable.loop;
    this.readable = readable;
  }

  /** Promises the next element. Call it only after the last promise was fulfilled, as `for await` does. */
  next(): VirtualPromise<IteratorStep<T>> {
    const answer = new VirtualPromise<IteratorStep<T>>(this.loop);
    if (!this.hasStarted) this.start();
    if (this.isOver) answer.resolve({ done: true });
    else this.advance(answer);
    return answer;
  }

  /** What `break` does: destroys the stream one job later, and then fulfils the promise. */
  return(): VirtualPromise<IteratorStep<T>> {
    const answer = new VirtualPromise<IteratorStep<T>>(this.loop);
    this.loop.promiseJob(() => this.finish(answer));
    return answer;
  }

  private start(): void {
    const { readable } = this;
    this.hasStarted = true;
    const wakeUp = (): void => {
      const { wake } = this;
      this.wake = null;
      wake?.();
    };
    readable.on("readable", wakeUp);
    readable.on("error", (error) => {
      this.failure ??= error;
      wakeUp();
    });
    readable.on("close", () => {
      const isWhole = readable.readableEnded || (readable.ended && readable.readableLength === 0);
      if (!isWhole) this.failure ??= new Error("Premature close");
      this.isClosed = true;
      wakeUp();
    });
  }

  private advance(answer: VirtualPromise<IteratorStep<T>>): void {
    const { loop, readable } = this;
    const value = readable.destroyed ? null : readable.read();
    if (value !== null) {
      // The `yield` of an async generator awaits its operand.
      loop.promiseJob(() => answer.resolve({ done: false, value }));
    } else if (this.failure !== null) {
      throw this.failure;
    } else if (this.isClosed) {
      this.finish(answer);
    } else {
      this.wake = () => loop.promiseJob(() => this.advance(answer));
    }
  }

  private finish(answer: VirtualPromise<IteratorStep<T>>): void {
    const { readable } = this;
    this.isOver = true;
    const isFinished = readable.destroyed || readable.readableEnded;
    readable.destroy(isFinished ? null : new Error("The operation was aborted"));
    answer.resolve({ done: true });
  }
}
