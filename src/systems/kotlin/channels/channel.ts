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
  private readonly onUndeliveredElement: UndeliveredElementHandler<T>;
  private readonly dispatcher: CoroutineDispatcher;
  private readonly buffer = new BlockQueue<T>();
  private readonly senders = new WaitList<Job>();
  private readonly receivers = new WaitList<Receiver>();
  private readonly maxElements: number;
  /** Where what happens to its elements is recorded, or null. */
  readonly recorder: ChannelRecorder | null;
  /** Number of the station that it is in the run's topology, or `NO_STATION`. */
  readonly station: number;
  private closedForSend = false;
  private closeCause: Error | null = null;

  private readonly sendOperation: SendOperation<T>;
  private readonly receiveOperation: ReceiveOperation<T>;
  private readonly receiveCatchingOperation: ReceiveCatchingOperation<T>;

  /**
   * @param capacity RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a number of 1 or more
   * @param onUndeliveredElement told of every element that was sent and can't reach a receiver. What it throws
   *   is wrapped in an `UndeliveredElementException` and thrown by `send`, `trySend` or `cancel`; where a
   *   coroutine's cancellation lost the element, it is one of the simulation's uncaught exceptions.
   * @param station number of the station that the channel is in the run's topology; `NO_STATION` for a channel
   *   whose elements are none of the program's, a signal or a lock: it is not recorded; or who records it instead
   *   of the simulation
   * Throws a RangeError for any other capacity, and for CONFLATED with an overflow other than SUSPEND.
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
   * while it waits; the element is then undelivered. Throws, too, if a dropped element's handler does.
   */
  send(element: T): Suspending<void> {
    return this.sendOperation.of(element);
  }

  /**
   * Sends if that is possible without waiting. Says what came of it; what was not sent stays the caller's.
   * Throws if `onUndeliveredElement` does for the element that this one pushes out.
   */
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

  /**
   * Closes and throws away what is in it; suspended senders and waiting receivers are told. Throws at the end
   * what `onUndeliveredElement` threw.
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

  /** Records that coroutine `who`, which has waited, goes on with `value`, if there is a recorder. */
  recordLeft(who: number, value: T | typeof CLOSED): void {
    const { recorder } = this;
    if (recorder !== null && value !== CLOSED) recorder.left(this.station, who, value as number);
  }

  /** Hands the element over or buffers it; false if there is neither a receiver nor room. */
  offer(element: T): boolean {
    const receiver = this.receivers.shift();
    if (receiver !== null) {
      receiver.resumeWith(element);
      if (this.recorder !== null) this.recordPassed(this.recorder, element);
      return true;
    }
    if (this.buffer.size < this.capacity) {
      // May end the run at a limit: then the element never came in.
      this.bufferElement(element);
      if (this.recorder !== null) this.recordEntered(this.recorder, element);
      return true;
    }
    return false;
  }

  /** The buffer is full and its policy is to drop: the oldest, or this one. */
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
   * Takes the next element, and lets the first suspended sender's move up. Call only when `hasElement`:
   * asking first costs less than comparing whatever comes back with a value that means "none".
   */
  poll(): T {
    const { buffer } = this;
    const sender = this.senders.first;
    if (sender === null || buffer.size > 0) {
      const element = buffer.shift();
      // Before the sender's element takes the place: the buffer never shows one too many.
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

  /** Lets the running coroutine wait with `element` in hand. */
  suspendSender(coroutine: Job, element: T): void {
    coroutine.slot = element;
    this.senders.append(coroutine);
    this.recorder?.held(this.station, coroutine.id, element as number);
    coroutine.suspendIn(this);
  }

  /** Lets the running coroutine wait for an element. */
  suspendReceiver(coroutine: Job, onClosed: OnClosed): void {
    coroutine.onClosed = onClosed;
    this.receivers.append(coroutine);
    // Kotlin's receiveCatching has a frame of its own, and so a handler of its own.
    coroutine.suspendIn(this, onClosed !== OnClosed.ANSWER);
  }

  /** Lets `receiver` stand in line for an element. */
  addReceiver(receiver: Receiver): void {
    this.receivers.append(receiver);
  }

  /** Takes a receiver that got nothing out of the line. */
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

  /** An element that was sent reaches nobody. Returns what its handler threw, added to `earlier`. */
  undelivered(
    element: T,
    earlier: UndeliveredElementException | null = null,
  ): UndeliveredElementException | null {
    this.recordLost(element, UNDELIVERED);
    return callCatching(this.onUndeliveredElement, element, earlier);
  }

  /** An element is lost because its sender or receiver was cancelled: nobody can be told what the handler throws. */
  lostInCancellation(element: T): void {
    const thrown = this.undelivered(element);
    if (thrown !== null) this.dispatcher.onUncaught(thrown);
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

  /** Tells the handler of an element that the buffer's policy has dropped. */
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

  // Recording stands outside of `offer` and `poll`, which are inlined only while they are short.

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
