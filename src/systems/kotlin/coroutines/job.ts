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

/** Something in which a coroutine waits and which it must leave when it is cancelled: a channel, a semaphore, a job. */
export interface Waitable {
  /** Ends the wait of `coroutine`, which was cancelled; the caller resumes it. */
  abandon(coroutine: Job): void;
}

/**
 * How a launched coroutine begins (Kotlin's `CoroutineStart`). `default`: in its turn, unless it is cancelled
 * before; `atomic`: in its turn, even if it is cancelled before; `undispatched`: at once, inside `launch`, up to its
 * first suspension.
 */
export type CoroutineStart = "default" | "atomic" | "undispatched";

/** The code of a coroutine or scope. Its parameter is its own job, on which it can `launch`. */
export type Body<T> = (scope: Job) => Steps<T>;

/**
 * A job with Kotlin's structured concurrency: it ends after its children; its failure cancels itself, its
 * siblings and its parent; and its cancellation cancels its children.
 *
 * A job is either a coroutine, which has its own steps, or a scope inside one (`coroutineScope`,
 * `withTimeout`), whose body is run by the coroutine that opened it: its `host`. One class serves
 * both, because the dispatcher is fastest when everything it runs has the same shape.
 */
export class Job implements Dispatched, Waiter<Job> {
  // --- what the dispatcher and the operations use -------------------------------------------------
  // These come first and together: the order of declaration is the order in memory, and with thousands
  // of coroutines most of the cost of a step is fetching these fields.
  /** Its running code; null before it has started, after it has ended, and in a scope. */
  private steps: Steps<unknown> | null = null;
  readonly dispatcher: CoroutineDispatcher;
  standing: Standing = Standing.NONE;
  timerSeq = 0;
  /** The exception that its current operation will throw. */
  failure: Error | null = null;
  /** Why it was cancelled or failed; null while it is active. */
  cause: Error | null = null;
  /** The innermost scope that its code is in: itself, or a scope that it hosts. */
  scope: Job = this;
  /** Registration number that orders this coroutine's suspended operation among its children for cancellation. */
  private cancelHandlerSeq = 0;
  staleEntries = 0;
  /** While it waits, the element that it sends or was given. */
  slot: unknown = NOTHING;
  waitPrevious: Job | null = null;
  waitNext: Job | null = null;
  waitingIn: Waitable | null = null;
  /** The `cancelHandlerSeq` for channels and semaphores, whose handler is registered once and reused. */
  private reusableHandlerSeq = 0;
  onClosed: OnClosed = OnClosed.THROW;

  // --- identity -----------------------------------------------------------------------------------
  /** The number of this job in its simulation, in order of launching; the root is 0, and a scope has its host's. */
  readonly id: number;
  readonly name: string;
  readonly parent: Job | null;
  /** Registration number that orders this job among everything that its parent has to cancel. */
  readonly seq: number;
  /** The coroutine that runs this job's code: itself unless this is a scope. */
  readonly host: Job;
  private readonly body: Body<unknown> | null;

  // --- the tree, and how it ends ------------------------------------------------------------------
  /** In order of their registration; null until the first child. */
  private children: Set<Job> | null = null;
  /** The jobs to notify when this one ends, in order: those that join it, and the parent once it waits for it. */
  private completionHandlers: Job[] | null = null;
  private bodyEnded = false;
  private completed = false;
  /** Called at the end, before all completion handlers, with what the job failed with or was cancelled by, or null. */
  onCompletion: ((failure: Error | null) => void) | null = null;
  /** True in a flow's scope: a child's cancellation cancels the scope, unless it is a `ChildCancelledException`. */
  private endsWithCancelledChild = false;
  /** An exception that came after the cancellation; the parent hears of it at the end. */
  private lateFailure: Error | null = null;
  /** The exception of this scope's time limit, if that was reached after the limit of a scope around it. */
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

  /** Makes the root of a simulation's jobs, which never runs and never ends by itself. */
  static root(dispatcher: CoroutineDispatcher): Job {
    return new Job(dispatcher, null, 0, "root", null, null);
  }

  /** Opens a scope inside the coroutine `host`. */
  static scope(host: Job, name: string): Job {
    return new Job(host.dispatcher, host.scope, host.id, name, null, host);
  }

  /**
   * Opens a flow's scope inside the coroutine `host`: the cancellation of a single child cancels the scope
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
   * Launches a child coroutine. By default it starts after everything that is already due. In a job that is
   * cancelled or has ended, the child is cancelled before it starts. `name` defaults to `c` and its id.
   */
  launch(body: Body<unknown>, name = "", start: CoroutineStart = "default"): Job {
    const id = this.dispatcher.takeJobId();
    if (this.dispatcher.current !== null && !this.dispatcher.countEvent()) {
      // After the run's bound nothing may begin: code that caught the exception gets a job that has ended.
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
   * Cancels this job and its children. A suspended coroutine leaves what it waits in, and its operation
   * throws `cause` when its turn comes. Does nothing to a job that is already cancelled or has ended.
   */
  cancel(
    cause: CancellationException = new CancellationException(`${this.name} was cancelled`),
  ): void {
    this.cancelWith(cause);
  }

  /** `yield* job.join()`: waits until this job has ended. Throws if the waiting coroutine is cancelled. */
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

  /** Suspends in a wait list. If the scope is already cancelled, the wait is cancelled at once. */
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

  /** Suspends for `delayMs`, which must be more than 0. */
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

  /** Resumes it with the value that it waited for, after everything that is already due. */
  resumeWith(value: unknown): void {
    this.slot = value;
    this.resume();
  }

  /** Resumes it without a value, after everything that is already due. */
  resume(): void {
    // A wait with a time limit has ended before the limit.
    if (this.timerSeq !== 0) this.dispatcher.unschedule(this);
    this.standing = Standing.READY;
    this.dispatcher.enqueue(this);
  }

  /** Resumes it so that its current operation throws `failure`. */
  resumeWithException(failure: Error): void {
    if (this.timerSeq !== 0) this.dispatcher.unschedule(this);
    this.failure = failure;
    this.standing = Standing.READY_TO_THROW;
    this.dispatcher.enqueue(this);
  }

  /** Returns and clears the exception that the operation has to throw, or null. */
  takeFailure(): Error | null {
    const { failure } = this;
    this.failure = null;
    return failure;
  }

  /** Ends a wait that has no value: throws the exception that it was resumed with, if any. */
  endWait(): void {
    if (this.failure !== null) throw this.takeFailure();
  }

  /** Returns and clears the value that the operation was resumed with; `NOTHING` if there was none. */
  takeSlot(): unknown {
    const value = this.slot;
    this.slot = NOTHING;
    return value;
  }

  /** Returns what an operation throws in this scope, which was cancelled. */
  cancellation(): Error {
    const { cause } = this;
    return cause instanceof CancellationException || cause === null
      ? (cause ?? new CancellationException(`${this.name} has ended`))
      : new CancellationException(`${this.name} is cancelling`, { cause });
  }

  /** `Waitable`: a coroutine that waited for this job's end was cancelled. */
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

  /** The host's code enters this scope. Returns the host's registration of its handler, to be passed to `leave`. */
  enter(): number {
    const { host } = this;
    const { reusableHandlerSeq } = host;
    host.scope = this;
    host.reusableHandlerSeq = 0;
    return reusableHandlerSeq;
  }

  /** The host's code leaves this scope; `error` is what it threw, or null. The scope may still have children. */
  leave(reusableHandlerSeq: number, error: Error | null): void {
    const { host } = this;
    host.scope = this.parent as Job;
    host.reusableHandlerSeq = reusableHandlerSeq;
    if (error !== null) this.noteFailure(error);
    this.endBody();
    if (!this.completed) host.standing = Standing.AWAITING_CHILDREN;
  }

  /** Returns what a scope that has ended throws: its first real failure, else its cancellation, else null. */
  outcome(): Error | null {
    if (this.cause !== null && !(this.cause instanceof CancellationException)) return this.cause;
    return this.lateFailure ?? this.ownTimeout ?? this.cause;
  }

  // --- inside -------------------------------------------------------------------------------------

  /** Handles what is due other than a resumption: the start of a coroutine, or the time limit of a scope. */
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

  /** The time limit of this scope was reached. */
  private timeOut(): void {
    const timeout = new TimeoutCancellationException(`${this.name}: the time ran out`, this);
    // In Kotlin, a scope's own time limit wins over one around it that was reached earlier in the same instant.
    if (this.cause instanceof TimeoutCancellationException) this.ownTimeout = timeout;
    else this.cancelWith(timeout);
  }

  private endBody(): void {
    this.bodyEnded = true;
    this.steps = null;
    this.completeAfterChildren();
  }

  /** Completes now if no child is left; otherwise tries again after the first child has ended. */
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
        // It keeps its place in the queue and the value that it was given: the operation reports the value lost.
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
