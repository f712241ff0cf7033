import { type Dispatched, RunLimitReached } from "../../../kernel/index.ts";
import { TaskEnd } from "../../../trace/index.ts";
import type { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import {
  CancellationException,
  ChildCancelledException,
  TimeoutCancellationException,
} from "./exceptions.ts";
import { JoinOperation } from "./join.ts";
import { NOTHING, OnClosed, Standing } from "./standing.ts";
import { restart, resume, type Steps, type Suspending } from "./steps.ts";
import type { Waiter } from "./wait-list.ts";

/** What a coroutine waits in and must leave when it is cancelled. */
export interface Waitable {
  /** Takes `coroutine`, which was cancelled, out of the wait; it is resumed by the caller. */
  abandon(coroutine: Job): void;
}

/**
 * How a launched coroutine begins (Kotlin's `CoroutineStart`). `default`: in its turn, unless it was cancelled
 * before; `atomic`: in its turn in any case; `undispatched`: now, inside `launch`, up to its first suspension.
 */
export type CoroutineStart = "default" | "atomic" | "undispatched";

/** The code of a coroutine or scope; it is handed its own job, on which it can `launch`. */
export type Body<T> = (scope: Job) => Steps<T>;

/**
 * A job with Kotlin's structured concurrency: it ends after its children, its failure cancels it, its
 * siblings and its parent, and its cancellation goes down to its children.
 *
 * A job is either a coroutine, with steps of its own, or a scope inside one (`coroutineScope`,
 * `withTimeout`), whose body is run by the coroutine that opened it: its `host`. One class serves for
 * both, because the dispatcher is fastest when all it runs has one shape.
 */
export class Job implements Dispatched, Waiter<Job> {
  // --- what the dispatcher and the operations use -------------------------------------------------
  // First and together, because with thousands of coroutines fetching them from memory is what a step
  // costs: the order of declaration is the order in memory.
  /** Where its code stands; null before it has started, after it has ended, and in a scope. */
  private steps: Steps<unknown> | null = null;
  standing: Standing = Standing.NONE;
  timerSeq = 0;
  /** What the operation it stands in will throw. */
  failure: Error | null = null;
  /** Why it was cancelled or failed; null while it is active. */
  cause: Error | null = null;
  /** The innermost scope its code is in: itself, or a scope hosted by it. */
  scope: Job = this;
  /** Orders this coroutine's own suspended operation among its children when it is cancelled. */
  private cancelHandlerSeq = 0;
  staleEntries = 0;
  /** The element it sends or was given, while it waits. */
  slot: unknown = NOTHING;
  waitPrevious: Job | null = null;
  waitNext: Job | null = null;
  waitingIn: Waitable | null = null;
  /** `cancelHandlerSeq` in channels and semaphores, whose handler is registered once and used again. */
  private reusableHandlerSeq = 0;
  onClosed: OnClosed = OnClosed.THROW;
  readonly dispatcher: CoroutineDispatcher;

  // --- who it is ----------------------------------------------------------------------------------
  /** Number of this job within its simulation, in order of launching, from 0. */
  readonly id: number;
  readonly name: string;
  readonly parent: Job | null;
  /** Registration number: orders this job among what its parent has to cancel. */
  readonly seq: number;
  /** The coroutine that runs this job's code: itself unless this is a scope. */
  readonly host: Job;
  private readonly body: Body<unknown> | null;

  // --- the tree, and how it ends ------------------------------------------------------------------
  /** In order of their registration; made for the first one. */
  private children: Set<Job> | null = null;
  /** The jobs that are told of the end, in order: those that join, and the parent once it waits. */
  private completionHandlers: Job[] | null = null;
  private bodyEnded = false;
  private completed = false;
  /** Called at the end, before anybody else hears of it, with what it failed with or was cancelled by. */
  onCompletion: ((failure: Error | null) => void) | null = null;
  /** In a scope of a flow: the cancellation of a child cancels it, unless it is a `ChildCancelledException`. */
  private endsWithCancelledChild = false;
  /** An exception that came after the cancellation, to be reported to the parent at the end. */
  private lateFailure: Error | null = null;
  /** The time limit of this scope, where it ran out after that of a scope around it. */
  private ownTimeout: TimeoutCancellationException | null = null;

  private constructor(
    dispatcher: CoroutineDispatcher,
    parent: Job | null,
    id: number,
    name: string,
    body: Body<unknown> | null,
    host: Job | null,
  ) {
    this.dispatcher = dispatcher;
    this.parent = parent;
    this.id = id;
    this.name = name;
    this.body = body;
    this.host = host ?? this;
    this.seq = dispatcher.register();
    if (parent !== null) parent.attach(this);
  }

  /** The root of a simulation's jobs: never runs, never ends by itself. */
  static root(dispatcher: CoroutineDispatcher): Job {
    return new Job(dispatcher, null, 0, "root", null, null);
  }

  /** Opens a scope inside the coroutine `host`. */
  static scope(host: Job, name: string): Job {
    return new Job(host.dispatcher, host.scope, host.id, name, null, host);
  }

  /**
   * Opens a scope of a flow inside the coroutine `host`: a child that is cancelled by itself cancels the scope
   * (flow/internal/FlowCoroutine.kt, kotlinx.coroutines 1.11.0).
   */
  static flowScope(host: Job): Job {
    const scope = Job.scope(host, "flowScope");
    scope.endsWithCancelledChild = true;
    return scope;
  }

  /** True until the job is cancelled, fails or ends. */
  get isActive(): boolean {
    return this.cause === null && !this.completed;
  }

  /** True once it was cancelled or failed, even while it is still ending. */
  get isCancelled(): boolean {
    return this.cause !== null;
  }

  /** True once it and all its children have ended. */
  get isCompleted(): boolean {
    return this.completed;
  }

  get hasChildren(): boolean {
    return this.children !== null && this.children.size > 0;
  }

  /**
   * Launches a child coroutine. It starts when the running one suspends or ends, or as `start` says. In a job
   * that is cancelled or has ended the child is cancelled before it starts.
   */
  launch(body: Body<unknown>, name = "", start: CoroutineStart = "default"): Job {
    const id = this.dispatcher.takeJobId();
    if (this.dispatcher.current !== null && !this.dispatcher.countEvent()) {
      // After the run's bound nothing may begin: a coroutine that caught it gets a job that has ended.
      const ended = new Job(this.dispatcher, null, id, name, null, null);
      ended.completed = true;
      return ended;
    }
    const child = new Job(this.dispatcher, this, id, name === "" ? `c${id}` : name, body, null);
    if (start !== "default") child.standing = Standing.SURE_TO_START;
    if (start === "undispatched") this.dispatcher.runInside(child);
    else this.dispatcher.enqueue(child);
    return child;
  }

  /**
   * Cancels this job and its children. A suspended coroutine is taken out of what it waits in and
   * throws `cause` when its turn comes. Does nothing to a job that is already cancelled or has ended.
   */
  cancel(
    cause: CancellationException = new CancellationException(`${this.name} was cancelled`),
  ): void {
    this.cancelWith(cause);
  }

  /** Waits until this job has ended. Throws if the waiting coroutine is cancelled. */
  join(): Suspending<void> {
    return new JoinOperation(this.dispatcher, this);
  }

  /** Throws the cause if this job was cancelled. */
  ensureActive(): void {
    if (this.cause !== null) throw this.cancellation();
  }

  // --- for the dispatcher -------------------------------------------------------------------------

  dispatch(): void {
    const { steps } = this;
    if (steps === null) this.begin();
    else this.proceed(steps);
  }

  redispatch(): void {
    if (this.steps !== null) this.proceed(this.steps, true);
  }

  // --- for the operations -------------------------------------------------------------------------

  /** Suspends in a wait list. In a scope that is cancelled already, cancels the wait at once. */
  suspendIn(waitable: Waitable, reusesHandler = true): void {
    if (!reusesHandler) this.cancelHandlerSeq = this.dispatcher.register();
    else {
      if (this.reusableHandlerSeq === 0) this.reusableHandlerSeq = this.dispatcher.register();
      this.cancelHandlerSeq = this.reusableHandlerSeq;
    }
    this.standing = Standing.WAITING;
    this.waitingIn = waitable;
    if (this.scope.cause !== null) this.interrupt();
  }

  /** Suspends until `delayMs` from now; more than 0. */
  suspendFor(delayMs: number): void {
    this.standing = Standing.TIMER;
    this.dispatcher.schedule(this, delayMs);
    this.cancelHandlerSeq = this.timerSeq;
  }

  /** Suspends until `job` has ended. */
  suspendUntilEndOf(job: Job): void {
    this.standing = Standing.JOINING;
    this.waitingIn = job;
    this.cancelHandlerSeq = this.dispatcher.register();
    job.addCompletionHandler(this);
  }

  /** Gives it the value it waited for: it goes on after everything that is already due. */
  resumeWith(value: unknown): void {
    this.slot = value;
    this.resume();
  }

  /** Ends its wait without a value: it goes on after everything that is already due. */
  resume(): void {
    // A wait that was bounded in time has ended by itself.
    if (this.timerSeq !== 0) this.dispatcher.unschedule(this);
    this.standing = Standing.READY;
    this.dispatcher.enqueue(this);
  }

  /** Lets the operation it stands in throw `failure`. */
  resumeWithException(failure: Error): void {
    if (this.timerSeq !== 0) this.dispatcher.unschedule(this);
    this.failure = failure;
    this.standing = Standing.READY_TO_THROW;
    this.dispatcher.enqueue(this);
  }

  /** The exception that the operation has to throw, if any; it is handed out once. */
  takeFailure(): Error | null {
    const { failure } = this;
    this.failure = null;
    return failure;
  }

  /** Ends a wait for which there is no value: throws the exception that it came to, if any. */
  endWait(): void {
    if (this.failure !== null) throw this.takeFailure();
  }

  /** The value that the operation was resumed with; it is handed out once. */
  takeSlot(): unknown {
    const value = this.slot;
    this.slot = NOTHING;
    return value;
  }

  /** What an operation throws in a scope that was cancelled. */
  cancellation(): Error {
    const { cause } = this;
    return cause instanceof CancellationException || cause === null
      ? (cause ?? new CancellationException(`${this.name} has ended`))
      : new CancellationException(`${this.name} is cancelling`, { cause });
  }

  /** `Waitable`: somebody who joined this job was cancelled. */
  abandon(coroutine: Job): void {
    const handlers = this.completionHandlers;
    const index = handlers?.indexOf(coroutine) ?? -1;
    if (index >= 0) handlers?.splice(index, 1);
  }

  // --- for scopes ---------------------------------------------------------------------------------

  /** Starts the time limit of this scope. */
  startTimeout(timeMs: number): void {
    this.dispatcher.schedule(this, timeMs);
  }

  /** The host's code enters this scope. Returns the handler it had, for `leave`. */
  enter(): number {
    const { host } = this;
    const { reusableHandlerSeq } = host;
    host.scope = this;
    host.reusableHandlerSeq = 0;
    return reusableHandlerSeq;
  }

  /** The host's code leaves this scope, with what it threw. The scope may still have children. */
  leave(reusableHandlerSeq: number, error: Error | null): void {
    const { host } = this;
    host.scope = this.parent as Job;
    host.reusableHandlerSeq = reusableHandlerSeq;
    if (error !== null) this.noteFailure(error);
    this.endBody();
    if (!this.completed) host.standing = Standing.AWAITING_CHILDREN;
  }

  /** What a scope that has ended throws: the first real failure, else its cancellation; or null. */
  outcome(): Error | null {
    if (this.cause !== null && !(this.cause instanceof CancellationException)) return this.cause;
    return this.lateFailure ?? this.ownTimeout ?? this.cause;
  }

  // --- inside -------------------------------------------------------------------------------------

  /** What is due is not a resumption: a coroutine's start, or the end of a scope's time. */
  private begin(): void {
    if (this.host !== this) {
      this.dispatcher.current = null;
      this.timeOut();
    } else if (
      this.body === null ||
      (this.cause !== null && this.standing !== Standing.SURE_TO_START)
    ) {
      this.endBody();
    } else {
      this.steps = this.body(this);
      this.proceed(this.steps);
    }
  }

  private proceed(steps: Steps<unknown>, anew = false): void {
    this.standing = Standing.NONE;
    let done: boolean | undefined;
    try {
      done = (anew ? restart(steps) : resume(steps)).done;
    } catch (error) {
      this.bodyThrew(error);
      return;
    }
    if (done === true) this.endBody();
  }

  private bodyThrew(error: unknown): void {
    if (error instanceof RunLimitReached) throw error;
    this.noteFailure(error instanceof Error ? error : new Error(String(error)));
    this.endBody();
  }

  private noteFailure(error: Error): void {
    if (this.cause === null) this.cancelWith(error);
    else if (!(error instanceof CancellationException)) this.lateFailure ??= error;
  }

  /** The time of this scope has run out. */
  private timeOut(): void {
    const timeout = new TimeoutCancellationException(`${this.name}: the time ran out`, this);
    // Kotlin lets a scope's own time limit win over one around it that came first, at this instant.
    if (this.cause instanceof TimeoutCancellationException) this.ownTimeout = timeout;
    else this.cancelWith(timeout);
  }

  private endBody(): void {
    this.bodyEnded = true;
    this.steps = null;
    this.completeAfterChildren();
  }

  /** Ends now, or asks the first child that is left to be told of its end. */
  private completeAfterChildren(): void {
    const first = this.hasChildren ? this.children?.values().next().value : undefined;
    if (first === undefined) this.complete();
    else first.addCompletionHandler(this);
  }

  private complete(): void {
    this.completed = true;
    this.dispatcher.unschedule(this);
    if (this.host === this && this.lateFailure !== null) this.parent?.childFailed(this.lateFailure);
    if (this.onCompletion !== null) this.onCompletion(this.outcome());
    this.parent?.children?.delete(this);
    this.recordEnd();
    const handlers = this.completionHandlers;
    this.completionHandlers = null;
    if (handlers !== null) for (const handler of handlers) handler.onJobCompleted(this);
    if (this.host.standing === Standing.AWAITING_CHILDREN && this.host !== this) {
      this.host.resume();
    }
  }

  private onJobCompleted(job: Job): void {
    if (job.parent === this && this.bodyEnded) {
      this.completeAfterChildren();
    } else {
      this.resume();
    }
  }

  private addCompletionHandler(handler: Job): void {
    if (this.completionHandlers === null) this.completionHandlers = [handler];
    else this.completionHandlers.push(handler);
  }

  private childFailed(error: Error): void {
    const ends = this.endsWithCancelledChild && !(error instanceof ChildCancelledException);
    if (ends || !(error instanceof CancellationException)) this.noteFailure(error);
  }

  private cancelWith(cause: Error): void {
    if (this.cause !== null || this.completed) return;
    this.cause = cause;
    this.cancelInOrder();
    // A scope's failure is thrown into its host instead.
    if (this.host === this) this.parent?.childFailed(cause);
  }

  /** Cancels the children and this job's own suspended operation in order of their registration. */
  private cancelInOrder(): void {
    const { host } = this;
    let ownPending = host.scope === this && host.standing !== Standing.NONE;
    for (const child of this.children ?? []) {
      if (ownPending && host.cancelHandlerSeq < child.seq) {
        ownPending = false;
        host.interrupt();
      }
      child.cancelWith(this.cancellation());
    }
    if (ownPending) host.interrupt();
  }

  /** Cancels the operation this coroutine is suspended in. */
  private interrupt(): void {
    switch (this.standing) {
      case Standing.TIMER:
        this.dispatcher.unschedule(this);
        this.resumeWithException(this.scope.cancellation());
        break;
      case Standing.WAITING:
      case Standing.JOINING:
        this.waitingIn?.abandon(this);
        this.resumeWithException(this.scope.cancellation());
        break;
      case Standing.READY:
        // It keeps its place in the queue, and what it was given: the operation says it is lost.
        this.failure = this.scope.cancellation();
        this.standing = Standing.READY_TO_THROW;
        break;
      default:
    }
  }

  private attach(child: Job): void {
    this.children ??= new Set();
    this.children.add(child);
    if (this.cause !== null || this.completed) child.cancelWith(this.cancellation());
  }

  private recordEnd(): void {
    const { recorder } = this.dispatcher;
    if (recorder === null || this.host !== this) return;
    const failed = this.outcome();
    const end =
      failed === null
        ? TaskEnd.COMPLETED
        : failed instanceof CancellationException
          ? TaskEnd.CANCELLED
          : TaskEnd.FAILED;
    recorder.ended(this.id, end);
  }
}
