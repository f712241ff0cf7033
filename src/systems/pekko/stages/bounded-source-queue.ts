import { ReadyQueue } from "../../../kernel/index.ts";
import type { StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { IllegalStateException, StreamDetachedException } from "../failures.ts";
import { SourceStage } from "../stage-kinds.ts";
import {
  CLOSED,
  DROPPED,
  ENQUEUED,
  failureOf,
  QUEUE_CLOSED,
  type QueueOfferResult,
} from "./queue-offer-result.ts";

/** `Source.queue(size)`: the queue was full when the element was offered. */
export const QUEUE_FULL = defineLoss(
  "pekko-queue-full",
  "dropped",
  { ko: "Source.queue가 가득 차 버려짐", en: "Source.queue was full" },
  { ko: "큐가 가득 참 {n}", en: "queue full {n}" },
);

/**
 * `Source.queue(size)`: elements come from outside through `offer`, which answers at once; an element that is offered
 * to a full queue is dropped. (`impl/BoundedSourceQueue.scala`, Pekko 1.7.0)
 */
export class BoundedSourceQueue<T> extends SourceStage<T> {
  private readonly size: number;
  private readonly queue = new ReadyQueue<T>();
  /** Whether the next offer must wake the stage. */
  private needsActivation = false;
  /** The answer to every offer once the queue is done; null before. */
  private done: QueueOfferResult | null = null;

  /** `size` is how many elements the queue holds. Throws a RangeError unless it is a whole number of 1 or more. */
  constructor(size: number, log: StationLog | null = null) {
    super(log);
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`Source.queue: size must be a whole number of 1 or more, not ${size}`);
    }
    this.size = size;
  }

  /** Whether the queue takes no more elements, because it was completed or the stream has ended. */
  get isCompleted(): boolean {
    return this.done !== null;
  }

  /** Offers `element` from outside the stream. Returns what became of it. */
  offer(element: T): QueueOfferResult {
    const { log, done } = this;
    if (done !== null) {
      log?.lost(element, QUEUE_CLOSED);
      return done;
    }
    if (this.queue.size === this.size) {
      log?.lost(element, QUEUE_FULL);
      return DROPPED;
    }
    log?.entered(element);
    this.queue.push(element);
    if (this.needsActivation) {
      this.needsActivation = false;
      this.invoke(() => this.run());
    }
    return ENQUEUED;
  }

  /**
   * Declares that no more will be offered: the stream completes when the queue is empty, even without demand. Throws
   * IllegalStateException if the queue has been completed already.
   */
  complete(): void {
    if (this.done !== null) throw new IllegalStateException("the queue has been completed already");
    this.done = CLOSED;
    this.invoke(() => this.run());
  }

  override onPull(): void {
    this.run();
  }

  override onDownstreamFinish(cause: Error): void {
    this.done ??= failureOf(cause);
    super.onDownstreamFinish(cause);
  }

  override postStop(): void {
    while (this.queue.size > 0) this.notTaken(this.queue.shift());
    this.done ??= failureOf(new StreamDetachedException());
  }

  private run(): void {
    const { queue } = this;
    if (queue.size > 0 && this.isAvailable) {
      const element = queue.shift();
      this.log?.left(element);
      this.push(element);
    } else if (queue.size === 0 && this.isAvailable && this.done === null) {
      this.needsActivation = true;
    }
    if (queue.size === 0 && this.done !== null) this.completeStage();
  }
}
