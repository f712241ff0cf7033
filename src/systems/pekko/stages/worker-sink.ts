import type { TimerTask } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { EMPTY } from "../connection.ts";
import { SinkStage } from "../stage-kinds.ts";

/** Is called with what a `WorkerSink` does. */
export interface WorkListener<T> {
  began(element: T): void;
  done(element: T): void;
  completed(): void;
  failed(cause: Error): void;
}

/**
 * A sink that Pekko does not have: pulls one element, works on it, and pulls the next when it is done. If the stream
 * completes, the sink finishes its work; if the stream fails, it does not.
 */
export class WorkerSink<T> extends SinkStage<T> {
  private readonly workMs: (element: T) => number;
  private readonly listener: WorkListener<T> | null;
  private inWork: T | typeof EMPTY = EMPTY;
  private timer: TimerTask | null = null;

  /** `workMs` returns how long the work on an element takes in ms of virtual time; 0: it is done in the same call. */
  constructor(
    workMs: (element: T) => number,
    listener: WorkListener<T> | null = null,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    this.workMs = workMs;
    this.listener = listener;
  }

  override preStart(): void {
    this.pull();
  }

  override onPush(): void {
    const element = this.grab();
    const forMs = this.workMs(element);
    this.inWork = element;
    this.log?.began(element, forMs);
    this.listener?.began(element);
    if (forMs <= 0) this.finish(element);
    else this.timer = this.island.loop.after(forMs, () => this.invoke(() => this.finish(element)));
  }

  override onUpstreamFinish(): void {
    this.listener?.completed();
    if (this.inWork === EMPTY) this.completeStage();
    else this.setKeepGoing(true);
  }

  override onUpstreamFailure(cause: Error): void {
    this.listener?.failed(cause);
    this.failStage(cause);
  }

  override postStop(): void {
    if (this.inWork === EMPTY) return;
    this.notTaken(this.inWork);
    if (this.timer !== null) this.island.loop.cancel(this.timer);
  }

  private finish(element: T): void {
    this.inWork = EMPTY;
    this.log?.done(element);
    this.listener?.done(element);
    if (this.isClosed()) this.completeStage();
    else this.pull();
  }
}
