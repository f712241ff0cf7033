import type { LossRule } from "../../../trace/index.ts";
import type { CoroutineDispatcher } from "../coroutines/coroutine-dispatcher.ts";
import {
  CancellationException,
  ClosedReceiveChannelException,
  ClosedSendChannelException,
  type UndeliveredElementException,
} from "../coroutines/exceptions.ts";
import type { Job, Waitable } from "../coroutines/job.ts";
import type { Sim } from "../coroutines/sim.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import type { Suspending } from "../coroutines/steps.ts";
import { WaitList } from "../coroutines/wait-list.ts";
import { BlockQueue } from "./block-queue.ts";
import { type BufferOverflow, bufferShape, NO_STATION, RENDEZVOUS } from "./buffer-shape.ts";
import {
  HasNextOperation,
  ReceiveCatchingOperation,
  ReceiveOperation,
  SendOperation,
} from "./channel-operations.ts";
import type { ChannelRecorder } from "./channel-recorder.ts";
import { type ChannelIterator, CLOSED, EMPTY } from "./channel-signals.ts";
import { LATEST, OLDEST, UNDELIVERED } from "./losses.ts";
import type { Receiver } from "./receiver.ts";
import { callCatching, type UndeliveredElementHandler } from "./undelivered-element.ts";

/** The result of a `trySend`. */
export type TrySendResult = "success" | "full" | "closed";

/**
 * Kotlin's `Channel(capacity, onBufferOverflow, onUndeliveredElement)`.
 *
 * Invariants of this plain model, which is exact on one thread: senders are suspended only while the buffer
 * is full; receivers wait only while it is empty and no sender is suspended. A waiting receiver gets an
 * element directly. A receive that frees a place moves the first suspended sender's element into it
 * before it returns, so no sender can overtake another.
 */
export class Channel<T> implements Waitable {
  readonly sim: Sim;
  /** The most elements that the buffer holds; UNLIMITED if it has no bound. */
  readonly capacity: number;
  readonly onBufferOverflow: BufferOverflow;
  private readonly onUndeliveredElement: UndeliveredElementHandler<T>;
  private readonly dispatcher: CoroutineDispatcher;
  private readonly buffer = new BlockQueue<T>();
  private readonly senders = new WaitList<Job>();
  private readonly receivers = new WaitList<Receiver>();
  private readonly maxElements: number;
  /** The recorder of what happens to its elements; null if that is not recorded. */
  readonly recorder: ChannelRecorder | null;
  /** The number of its station in the run's topology, or `NO_STATION`. */
  readonly station: number;
  private closedForSend = false;
  private closeCause: Error | null = null;

  private readonly sendOperation: SendOperation<T>;
  private readonly receiveOperation: ReceiveOperation<T>;
  private readonly receiveCatchingOperation: ReceiveCatchingOperation<T>;

  /**
   * Throws a `RangeError` for a capacity not listed below, and for CONFLATED with an overflow other than SUSPEND.
   *
   * @param capacity RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a whole number of 1 or more
   * @param onUndeliveredElement called for every element that was sent and can't reach a receiver. What it throws
   *   is wrapped in an `UndeliveredElementException` and thrown by `send`, `trySend` or `cancel`; if the element
   *   was lost in the cancellation of a coroutine, it is added to the simulation's uncaught exceptions.
   * @param station the number of the channel's station in the run's topology; or `NO_STATION` for a channel that
   *   carries no elements of the program, such as a signal or a lock, and is not recorded; or a recorder to use
   *   instead of the simulation's
   */
  constructor(
    sim: Sim,
    capacity: number = RENDEZVOUS,
    onBufferOverflow: BufferOverflow = "SUSPEND",
    onUndeliveredElement: UndeliveredElementHandler<T> = null,
    station: number | ChannelRecorder = 0,
  ) {
    const shape = bufferShape(capacity, onBufferOverflow);
    this.sim = sim;
    this.dispatcher = sim.dispatcher;
    this.capacity = shape.capacity;
    this.onBufferOverflow = shape.overflow;
    this.onUndeliveredElement = onUndeliveredElement;
    this.maxElements = sim.limits.elements;
    this.station = typeof station === "number" ? station : NO_STATION;
    if (typeof station !== "number") this.recorder = station;
    else this.recorder = station === NO_STATION ? null : sim.recorder;
    this.sendOperation = new SendOperation(this);
    this.receiveOperation = new ReceiveOperation(this);
    this.receiveCatchingOperation = new ReceiveCatchingOperation(this);
  }

  /** The number of elements that wait in the buffer. */
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
   * while it waits; the element is then undelivered. Also throws if the handler of a dropped element throws.
   */
  send(element: T): Suspending<void> {
    return this.sendOperation.of(element);
  }

  /**
   * Sends if that is possible without waiting, and returns the result. An element that was not sent remains the
   * caller's. Throws if `onUndeliveredElement` throws for an element that was dropped for this one.
   */
  trySend(element: T): TrySendResult {
    if (!this.dispatcher.countEvent() || this.closedForSend) return "closed";
    if (this.offer(element)) return "success";
    if (this.onBufferOverflow === "SUSPEND") return "full";
    this.overflow(element, false);
    return "success";
  }

  /**
   * `yield* channel.receive()`: returns the next element, waiting if there is none. Throws
   * `ClosedReceiveChannelException`, or the cause of the closing, if the channel is closed and empty.
   */
  receive(): Suspending<T> {
    return this.receiveOperation;
  }

  /** `yield* channel.receiveCatching()`: returns the next element, or CLOSED if the channel is closed and empty. */
  receiveCatching(): Suspending<T | typeof CLOSED> {
    return this.receiveCatchingOperation;
  }

  /** Takes an element if there is one now; otherwise returns EMPTY, or CLOSED if the channel is closed. */
  tryReceive(): T | typeof EMPTY | typeof CLOSED {
    if (!this.dispatcher.countEvent()) return CLOSED;
    if (this.hasElement) return this.poll();
    return this.closedForSend ? CLOSED : EMPTY;
  }

  /** Returns a new iterator over what is received from now on. */
  iterator(): ChannelIterator<T> {
    return new HasNextOperation(this);
  }

  /**
   * Accepts no more elements. Those in the buffer and those of suspended senders can still be received.
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

  /**
   * Closes the channel and discards its elements; the operations of suspended senders and waiting receivers end. What
   * `onUndeliveredElement` threw is thrown after that.
   */
  cancel(cause = new CancellationException("Channel was cancelled")): void {
    const senders: Job[] = [];
    for (let s = this.senders.shift(); s !== null; s = this.senders.shift()) senders.push(s);
    this.close(cause);
    const lost = senders.toReversed().map((sender) => sender.takeSlot() as T);
    let thrown: UndeliveredElementException | null = null;
    for (const element of [...lost, ...this.buffer.drainNewestFirst()]) {
      thrown = this.undelivered(element, thrown);
    }
    for (const sender of senders) sender.resumeWithException(this.sendException());
    if (thrown !== null) throw thrown;
  }

  // --- for the operations -------------------------------------------------------------------------

  /** Records that coroutine `who`, which waited, has taken `value`; does nothing for CLOSED or without a recorder. */
  recordLeft(who: number, value: T | typeof CLOSED): void {
    const { recorder } = this;
    if (recorder !== null && value !== CLOSED) recorder.left(this.station, who, value as number);
  }

  /** Hands the element to a receiver or buffers it. Returns false if there is neither a receiver nor room. */
  offer(element: T): boolean {
    const receiver = this.receivers.shift();
    if (receiver !== null) {
      receiver.resumeWith(element);
      if (this.recorder !== null) this.recordPassed(this.recorder, element);
      return true;
    }
    if (this.buffer.size < this.capacity) {
      // This may end the run at a limit; the element is then not recorded as entered.
      this.bufferElement(element);
      if (this.recorder !== null) this.recordEntered(this.recorder, element);
      return true;
    }
    return false;
  }

  /**
   * Drops an element from a full buffer, by its policy: the oldest, or the incoming one. For the incoming one the
   * handler is called only if `reportIncoming`.
   */
  overflow(element: T, reportIncoming: boolean): void {
    if (this.onBufferOverflow === "DROP_LATEST") {
      this.recordLost(element, LATEST);
      if (reportIncoming) this.callHandler(element);
      return;
    }
    const oldest = this.buffer.shift();
    this.buffer.push(element);
    this.recordLost(oldest, OLDEST);
    if (this.recorder !== null) this.recordEntered(this.recorder, element);
    this.callHandler(oldest);
  }

  /** Whether an element can be taken now. */
  get hasElement(): boolean {
    return this.buffer.size > 0 || this.senders.first !== null;
  }

  /**
   * Takes the next element, and moves that of the first suspended sender into the buffer. Call only when `hasElement`:
   * asking first costs less than comparing the result with a value that means "none".
   */
  poll(): T {
    const { buffer } = this;
    const sender = this.senders.first;
    if (sender === null || buffer.size > 0) {
      const element = buffer.shift();
      // Recorded before the sender's element takes its place, so that the trace never has one too many in the buffer.
      if (this.recorder !== null) this.recordTaken(this.recorder, element);
      if (sender !== null) this.admitFirst(sender);
      return element;
    }
    this.senders.shift();
    const element = sender.takeSlot() as T;
    sender.resume();
    const { recorder } = this;
    if (recorder !== null) {
      recorder.passed(this.station, sender.id, element as number);
      recorder.left(this.station, this.whoRuns(), element as number);
    }
    return element;
  }

  /** Suspends the running coroutine with `element` in hand. */
  suspendSender(coroutine: Job, element: T): void {
    coroutine.slot = element;
    this.senders.append(coroutine);
    this.recorder?.held(this.station, coroutine.id, element as number);
    coroutine.suspendIn(this);
  }

  /** Suspends the running coroutine until there is an element. */
  suspendReceiver(coroutine: Job, onClosed: OnClosed): void {
    coroutine.onClosed = onClosed;
    this.receivers.append(coroutine);
    // Kotlin's receiveCatching has its own frame, and therefore its own handler.
    coroutine.suspendIn(this, onClosed !== OnClosed.ANSWER);
  }

  /** Makes `receiver` wait in line for an element. */
  addReceiver(receiver: Receiver): void {
    this.receivers.append(receiver);
  }

  /** Removes a receiver that got nothing from the line. */
  removeReceiver(receiver: Receiver): void {
    this.receivers.remove(receiver);
  }

  /** `Waitable`: a waiting sender or receiver was cancelled. */
  abandon(coroutine: Job): void {
    if (coroutine.slot === NOTHING) {
      this.receivers.remove(coroutine);
    } else {
      this.senders.remove(coroutine);
      this.lostInCancellation(coroutine.takeSlot() as T);
    }
  }

  /** Records that an element is undelivered, and calls its handler. Returns what that threw, added to `earlier`. */
  undelivered(
    element: T,
    earlier: UndeliveredElementException | null = null,
  ): UndeliveredElementException | null {
    this.recordLost(element, UNDELIVERED);
    return callCatching(this.onUndeliveredElement, element, earlier);
  }

  /** An element is lost because its sender or receiver was cancelled. What its handler throws can be thrown nowhere. */
  lostInCancellation(element: T): void {
    const thrown = this.undelivered(element);
    if (thrown !== null) this.dispatcher.onUncaught(thrown);
  }

  /** Returns what `send` throws on this closed channel. */
  sendException(): Error {
    return this.closeCause ?? new ClosedSendChannelException("Channel was closed");
  }

  /** Returns what a receiver throws when this channel is closed and empty; null if it does not throw. */
  closedException(onClosed: OnClosed): Error | null {
    if (onClosed === OnClosed.ANSWER) return null;
    if (onClosed === OnClosed.END) return this.closeCause;
    return this.closeCause ?? new ClosedReceiveChannelException("Channel was closed");
  }

  /** Calls the handler for an element that the buffer's policy has dropped, and throws what it throws. */
  private callHandler(element: T): void {
    const thrown = callCatching(this.onUndeliveredElement, element);
    if (thrown !== null) throw thrown;
  }

  private endReceiver(receiver: Receiver): void {
    const exception = this.closedException(receiver.onClosed);
    if (exception === null) receiver.resumeWith(CLOSED);
    else receiver.resumeWithException(exception);
  }

  private admitFirst(sender: Job): void {
    this.senders.shift();
    const element = sender.takeSlot() as T;
    this.buffer.push(element);
    sender.resume();
    this.recorder?.entered(this.station, sender.id, element as number);
  }

  private bufferElement(element: T): void {
    if (this.buffer.size >= this.maxElements) this.stopFull();
    this.buffer.push(element);
  }

  private stopFull(): never {
    const at = `${this.sim.now} ms of virtual time`;
    this.dispatcher.stop("elements", `${this.maxElements} elements waited in one channel at ${at}`);
  }

  private whoRuns(): number {
    const { current } = this.dispatcher;
    return current === null ? 0 : current.id;
  }

  // Recording is outside `offer` and `poll`, which are inlined only while they are short.

  private recordPassed(recorder: ChannelRecorder, element: T): void {
    recorder.passed(this.station, this.whoRuns(), element as number);
  }

  private recordEntered(recorder: ChannelRecorder, element: T): void {
    recorder.entered(this.station, this.whoRuns(), element as number);
  }

  private recordTaken(recorder: ChannelRecorder, element: T): void {
    recorder.left(this.station, this.whoRuns(), element as number);
  }

  private recordLost(element: T, rule: LossRule): void {
    this.recorder?.lost(this.station, this.whoRuns(), element as number, rule);
  }
}
