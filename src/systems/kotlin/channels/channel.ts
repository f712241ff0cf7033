import { DropRule, type Trace, TraceKind } from "../../../trace/index.ts";
import type { CoroutineDispatcher } from "../coroutines/coroutine-dispatcher.ts";
import {
  CancellationException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
} from "../coroutines/exceptions.ts";
import type { Job, Waitable } from "../coroutines/job.ts";
import type { Sim } from "../coroutines/sim.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import type { Suspending } from "../coroutines/steps.ts";
import { WaitList } from "../coroutines/wait-list.ts";
import { BlockQueue } from "./block-queue.ts";
import {
  HasNextOperation,
  ReceiveCatchingOperation,
  ReceiveOperation,
  SendOperation,
} from "./channel-operations.ts";
import { type ChannelIterator, CLOSED, EMPTY } from "./channel-signals.ts";

/** No buffer: `send` waits for a `receive`. */
export const RENDEZVOUS = 0;
/** A buffer of one that keeps the newest element. */
export const CONFLATED = -1;
/** A buffer of the default size, 64. */
export const BUFFERED = -2;
/** A buffer without a bound: `send` never waits. */
export const UNLIMITED = 2147483647;

const DEFAULT_BUFFER = 64;

/** What `send` does when the buffer is full. */
export type BufferOverflow = "SUSPEND" | "DROP_OLDEST" | "DROP_LATEST";

/** What came of a `trySend`. */
export type TrySendResult = "success" | "full" | "closed";

/**
 * Kotlin's `Channel(capacity, onBufferOverflow, onUndeliveredElement)`.
 *
 * Invariants of the plain model, exact on one thread: suspended senders only while the buffer is full;
 * waiting receivers only while it is empty and nobody is suspended in `send`. A waiting receiver gets an
 * element directly. A receive that frees a place moves the first suspended sender's element into it
 * before it returns, so nobody can overtake.
 */
export class Channel<T> implements Waitable {
  readonly sim: Sim;
  /** How many elements the buffer holds; UNLIMITED where it has no bound. */
  readonly capacity: number;
  readonly onBufferOverflow: BufferOverflow;
  private readonly onUndeliveredElement: ((element: T) => void) | null;
  private readonly dispatcher: CoroutineDispatcher;
  private readonly buffer = new BlockQueue<T>();
  private readonly senders = new WaitList<Job>();
  private readonly receivers = new WaitList<Job>();
  private readonly maxElements: number;
  private readonly trace: Trace | null;
  private closedForSend = false;
  private closeCause: Error | null = null;

  private readonly sendOperation: SendOperation<T>;
  private readonly receiveOperation: ReceiveOperation<T>;
  private readonly receiveCatchingOperation: ReceiveCatchingOperation<T>;

  /**
   * @param capacity RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a number of 1 or more
   * @param onUndeliveredElement told of every element that was sent and can't reach a receiver
   * @param traced false for a channel whose elements are none of the program's: a signal, a lock
   * Throws a RangeError for any other capacity, and for CONFLATED with an overflow other than SUSPEND.
   */
  constructor(
    sim: Sim,
    capacity: number = RENDEZVOUS,
    onBufferOverflow: BufferOverflow = "SUSPEND",
    onUndeliveredElement: ((element: T) => void) | null = null,
    traced = true,
  ) {
    const shape = bufferShape(capacity, onBufferOverflow);
    this.sim = sim;
    this.dispatcher = sim.dispatcher;
    this.capacity = shape.capacity;
    this.onBufferOverflow = shape.overflow;
    this.onUndeliveredElement = onUndeliveredElement;
    const { elements, heapBytes, elementBytes } = sim.limits;
    this.maxElements = elementBytes > 0 ? Math.min(elements, heapBytes / elementBytes) : elements;
    this.trace = traced ? sim.trace : null;
    this.sendOperation = new SendOperation(this);
    this.receiveOperation = new ReceiveOperation(this);
    this.receiveCatchingOperation = new ReceiveCatchingOperation(this);
  }

  /** How many elements wait in the buffer. */
  get size(): number {
    return this.buffer.size;
  }

  get isClosedForSend(): boolean {
    return this.closedForSend;
  }

  get isClosedForReceive(): boolean {
    return this.closedForSend && this.buffer.size === 0 && this.senders.first === null;
  }

  /**
   * `yield* channel.send(element)`: gives the element to a waiting receiver, or puts it into the buffer,
   * or does what `onBufferOverflow` says. Throws if the channel is closed or the coroutine is cancelled
   * while it waits; the element is then undelivered.
   */
  send(element: T): Suspending<void> {
    return this.sendOperation.of(element);
  }

  /** Sends if that is possible without waiting. Says what came of it; the element stays the caller's. */
  trySend(element: T): TrySendResult {
    if (!this.dispatcher.countEvent() || this.closedForSend) return "closed";
    if (this.offer(element)) return "success";
    if (this.onBufferOverflow === "SUSPEND") return "full";
    this.overflow(element, false);
    return "success";
  }

  /**
   * `yield* channel.receive()`: the next element, waiting for one. Throws
   * `ClosedReceiveChannelException` when the channel is closed and empty.
   */
  receive(): Suspending<T> {
    return this.receiveOperation;
  }

  /** `yield* channel.receiveCatching()`: the next element, or CLOSED instead of an exception. */
  receiveCatching(): Suspending<T | typeof CLOSED> {
    return this.receiveCatchingOperation;
  }

  /** Takes an element if there is one now. */
  tryReceive(): T | typeof EMPTY | typeof CLOSED {
    if (!this.dispatcher.countEvent()) return CLOSED;
    if (this.hasElement) return this.poll();
    return this.closedForSend ? CLOSED : EMPTY;
  }

  /** An iterator of its own over what is received from here on. */
  iterator(): ChannelIterator<T> {
    return new HasNextOperation(this);
  }

  /**
   * Lets nothing more in. What is buffered, and what suspended senders hold, can still be received.
   * Returns false if the channel was closed already.
   */
  close(cause: Error | null = null): boolean {
    const first = !this.closedForSend;
    if (first) {
      this.closedForSend = true;
      this.closeCause = cause;
      for (let r = this.receivers.shift(); r !== null; r = this.receivers.shift()) {
        this.endReceiver(r);
      }
    }
    return first;
  }

  /** Closes and throws away what is in it; suspended senders and waiting receivers are told. */
  cancel(cause = new CancellationException("Channel was cancelled")): void {
    const senders: Job[] = [];
    for (let s = this.senders.shift(); s !== null; s = this.senders.shift()) senders.push(s);
    this.close(cause);
    for (let i = senders.length - 1; i >= 0; i--) this.undelivered(senders[i]?.takeSlot() as T);
    for (const element of this.buffer.drainNewestFirst()) this.undelivered(element);
    for (const sender of senders) sender.resumeWithException(this.sendException());
  }

  // --- for the operations -------------------------------------------------------------------------

  /** Records what coroutine `who` did with `element`, if there is a trace. */
  noteOf(who: number, kind: TraceKind, element: T, detail = 0): void {
    const { trace } = this;
    if (trace !== null) trace.add(this.dispatcher.now, kind, who, element as number, detail);
  }

  /** Records that a receiver that has waited goes on with `value`, if there is a trace. */
  noteReceived(receiver: Job, value: T | typeof CLOSED): void {
    if (this.trace !== null && value !== CLOSED) {
      this.noteOf(receiver.id, TraceKind.RECEIVED, value as T);
    }
  }

  /** Records that the `send` of coroutine `who` has returned, if there is a trace. */
  noteResumed(who: number): void {
    const { trace } = this;
    if (trace !== null) trace.add(this.dispatcher.now, TraceKind.RESUMED, who, -1);
  }

  /** Hands the element over or buffers it; false if there is neither a receiver nor room. */
  offer(element: T): boolean {
    const receiver = this.receivers.shift();
    if (receiver !== null) {
      receiver.resumeWith(element);
      if (this.trace !== null) this.note(TraceKind.HANDED_OVER, element, receiver.id);
      return true;
    }
    if (this.buffer.size < this.capacity) {
      // May end the run at a limit: then the element never came in.
      this.bufferElement(element);
      if (this.trace !== null) this.note(TraceKind.ACCEPTED, element);
      return true;
    }
    return false;
  }

  /** The buffer is full and its policy is to drop: the oldest, or this one. */
  overflow(element: T, reportIncoming: boolean): void {
    if (this.onBufferOverflow === "DROP_LATEST") {
      this.note(TraceKind.DROPPED, element, DropRule.LATEST);
      if (reportIncoming) this.onUndeliveredElement?.(element);
      return;
    }
    const oldest = this.buffer.shift();
    this.buffer.push(element);
    this.note(TraceKind.DROPPED, oldest, DropRule.OLDEST);
    this.note(TraceKind.ACCEPTED, element);
    this.onUndeliveredElement?.(oldest);
  }

  /** Whether an element can be taken now. */
  get hasElement(): boolean {
    return this.buffer.size > 0 || this.senders.first !== null;
  }

  /**
   * Takes the next element, and lets the first suspended sender's move up. Call only when `hasElement`:
   * asking first costs less than comparing whatever comes back with a value that means "none".
   */
  poll(): T {
    const { buffer } = this;
    const sender = this.senders.first;
    if (sender === null || buffer.size > 0) {
      const element = buffer.shift();
      // Before the sender's element takes the place: the buffer never shows one too many.
      if (this.trace !== null) this.note(TraceKind.RECEIVED, element);
      if (sender !== null) this.admitFirst(sender);
      return element;
    }
    this.senders.shift();
    const element = sender.takeSlot() as T;
    sender.resume();
    if (this.trace !== null) {
      this.noteOf(sender.id, TraceKind.HANDED_OVER, element, this.whoRuns());
      this.note(TraceKind.RECEIVED, element);
    }
    return element;
  }

  /** Lets the running coroutine wait with `element` in hand. */
  suspendSender(coroutine: Job, element: T): void {
    coroutine.slot = element;
    this.senders.append(coroutine);
    if (this.trace !== null) this.noteOf(coroutine.id, TraceKind.SUSPENDED, element);
    coroutine.suspendIn(this);
  }

  /** Lets the running coroutine wait for an element. */
  suspendReceiver(coroutine: Job, onClosed: OnClosed): void {
    coroutine.onClosed = onClosed;
    this.receivers.append(coroutine);
    // Kotlin's receiveCatching has a frame of its own, and so a handler of its own.
    coroutine.suspendIn(this, onClosed !== OnClosed.ANSWER);
  }

  /** `Waitable`: a waiting sender or receiver was cancelled. */
  abandon(coroutine: Job): void {
    if (coroutine.slot === NOTHING) {
      this.receivers.remove(coroutine);
    } else {
      this.senders.remove(coroutine);
      this.undelivered(coroutine.takeSlot() as T);
    }
  }

  /** An element that was sent reaches nobody. */
  undelivered(element: T): void {
    this.note(TraceKind.DROPPED, element, DropRule.UNDELIVERED);
    this.onUndeliveredElement?.(element);
  }

  /** What `send` on this closed channel throws. */
  sendException(): Error {
    return this.closeCause ?? new ClosedSendChannelException("Channel was closed");
  }

  /** What a receiver throws when this channel is closed and empty; null if it answers CLOSED. */
  closedException(onClosed: OnClosed): Error | null {
    if (onClosed === OnClosed.ANSWER) return null;
    if (onClosed === OnClosed.END) return this.closeCause;
    return this.closeCause ?? new ClosedReceiveChannelException("Channel was closed");
  }

  private endReceiver(receiver: Job): void {
    const exception = this.closedException(receiver.onClosed);
    if (exception === null) receiver.resumeWith(CLOSED);
    else receiver.resumeWithException(exception);
  }

  private admitFirst(sender: Job): void {
    this.senders.shift();
    const element = sender.takeSlot() as T;
    this.buffer.push(element);
    sender.resume();
    if (this.trace !== null) this.noteOf(sender.id, TraceKind.ACCEPTED, element);
  }

  private bufferElement(element: T): void {
    if (this.buffer.size >= this.maxElements) this.stopFull();
    this.buffer.push(element);
  }

  private stopFull(): never {
    const { elements, heapBytes } = this.sim.limits;
    const at = `${this.sim.now} ms of virtual time`;
    if (this.maxElements < elements) {
      this.dispatcher.stop(
        "heap",
        `the heap of ${heapBytes} bytes was full at ${at}: out of memory`,
      );
    }
    this.dispatcher.stop("elements", `${elements} elements waited in one channel at ${at}`);
  }

  private whoRuns(): number {
    const { current } = this.dispatcher;
    return current === null ? 0 : current.id;
  }

  /** Records what the running coroutine did with `element`. */
  private note(kind: TraceKind, element: T, detail = 0): void {
    this.noteOf(this.whoRuns(), kind, element, detail);
  }
}

/** The buffer that Kotlin makes of a capacity and a policy (semantics: `Channel()` in Channel.kt). */
function bufferShape(
  capacity: number,
  overflow: BufferOverflow,
): { capacity: number; overflow: BufferOverflow } {
  const drops = overflow !== "SUSPEND";
  switch (capacity) {
    case CONFLATED:
      if (drops) {
        throw new RangeError("Channel: CONFLATED cannot be combined with onBufferOverflow");
      }
      return { capacity: 1, overflow: "DROP_OLDEST" };
    case RENDEZVOUS:
      return { capacity: drops ? 1 : 0, overflow };
    case BUFFERED:
      return { capacity: drops ? 1 : DEFAULT_BUFFER, overflow };
    case UNLIMITED:
      return { capacity, overflow: "SUSPEND" };
    default:
      if (!Number.isInteger(capacity) || capacity < 1) {
        throw new RangeError(
          `Channel: capacity must be RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a whole number of 1 or more, not ${capacity}`,
        );
      }
      return { capacity, overflow };
  }
}
