import type { LossRule, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { IllegalStateException, StreamDetachedException } from "../failures.ts";
import { SourceStage } from "../stage-kinds.ts";
import { ElementBuffer } from "./element-buffer.ts";
import {
  DROP_BUFFER,
  DROP_HEAD,
  DROP_NEW,
  DROP_TAIL,
  OVERFLOW,
  type OverflowStrategy,
  overflowOf,
} from "./overflow-strategy.ts";
import {
  CLOSED,
  DROPPED,
  ENQUEUED,
  failureOf,
  QUEUE_CLOSED,
  type QueueOfferResult,
} from "./queue-offer-result.ts";

/** `Source.queue(size, strategy)`: an offer was pending already, and only one may be pending. */
export const OFFER_REFUSED = defineLoss(
  "pekko-offer-refused",
  "rejected",
  { ko: "다른 offer가 기다리고 있어 거절됨", en: "refused: another offer was pending" },
  { ko: "거절된 offer {n}", en: "offers refused {n}" },
);

/** Learns what became of an offer: it was answered with a result, or the offer itself failed. */
export interface OfferListener {
  answered(result: QueueOfferResult): void;
  refused(cause: Error): void;
}

interface Offer<T> {
  readonly element: T;
  readonly listener: OfferListener;
}

/**
 * `Source.queue(size, strategy)`: elements come from outside through `offer`, which is answered when the stage has
 * decided. With `backpressure`, or a size of 0, that may have to wait for room; until then the offer is pending, and
 * only one may be. (`impl/QueueSource.scala`, Pekko 1.7.0)
 */
export class QueueSource<T> extends SourceStage<T> {
  private readonly size: number;
  private readonly strategy: OverflowStrategy;
  /** Null for a size of 0. */
  private readonly buffer: ElementBuffer<T> | null;
  private pending: Offer<T> | null = null;
  /** Offers that have not reached the stage yet. */
  private readonly underWay = new Set<Offer<T>>();
  private isTerminating = false;

  /** `size` is how many elements the buffer holds, 0 or more. */
  constructor(size: number, strategy: OverflowStrategy, log: StationLog | null = null) {
    super(log);
    this.size = size;
    this.strategy = strategy;
    this.buffer = size === 0 ? null : new ElementBuffer<T>(size, log);
  }

  /** Offers `element` from outside the stream. */
  offer(element: T, listener: OfferListener): void {
    const offer = { element, listener };
    if (this.isStopped) {
      this.refuse(offer, new StreamDetachedException(), QUEUE_CLOSED);
      return;
    }
    this.underWay.add(offer);
    this.invoke(() => {
      this.underWay.delete(offer);
      this.take(offer);
    });
  }

  /** Declares from outside that no more will be offered: the stream completes once all offered elements are emitted. */
  complete(): void {
    this.invoke(() => {
      if (this.isDrained) this.completeStage();
      else this.isTerminating = true;
    });
  }

  override onPull(): void {
    const { buffer } = this;
    if (buffer === null) {
      if (this.pending === null) return;
      const offer = this.takePending(this.pending);
      this.log?.passed(offer.element);
      this.push(offer.element);
      offer.listener.answered(ENQUEUED);
    } else {
      if (buffer.isEmpty) return;
      this.push(buffer.dequeue());
      if (this.pending !== null) this.enqueue(buffer, this.takePending(this.pending));
    }
    if (this.isTerminating && this.isDrained) this.completeStage();
  }

  override onDownstreamFinish(): void {
    if (this.pending !== null) {
      const offer = this.takePending(this.pending);
      this.notTaken(offer.element);
      offer.listener.answered(CLOSED);
    }
    this.completeStage();
  }

  override postStop(): void {
    this.buffer?.discard();
    if (this.pending !== null) this.notTaken(this.takePending(this.pending).element);
    for (const offer of this.underWay) {
      this.refuse(offer, new StreamDetachedException(), QUEUE_CLOSED);
    }
  }

  private get isDrained(): boolean {
    return this.pending === null && (this.buffer === null || this.buffer.isEmpty);
  }

  private take(offer: Offer<T>): void {
    const { buffer } = this;
    if (this.isTerminating) {
      this.drop(offer);
    } else if (this.isAvailable) {
      // The stage below waits, so the buffer is empty.
      offer.listener.answered(ENQUEUED);
      this.log?.passed(offer.element);
      this.push(offer.element);
    } else if (buffer === null) {
      if (this.pending === null) this.pending = offer;
      else this.replace(this.pending, offer);
    } else if (!buffer.isFull || buffer.makeRoom(this.strategy)) {
      this.enqueue(buffer, offer);
    } else {
      this.overflow(offer);
    }
  }

  private enqueue(buffer: ElementBuffer<T>, offer: Offer<T>): void {
    buffer.enqueue(offer.element);
    offer.listener.answered(ENQUEUED);
  }

  /** Without a buffer: decides between `offer` and the pending offer `older`. */
  private replace(older: Offer<T>, offer: Offer<T>): void {
    switch (this.strategy) {
      case "dropHead":
      case "dropBuffer":
        this.pending = offer;
        this.log?.lost(older.element, this.strategy === "dropHead" ? DROP_HEAD : DROP_BUFFER);
        older.listener.answered(DROPPED);
        break;
      case "dropTail":
        this.log?.lost(offer.element, DROP_TAIL);
        offer.listener.answered(DROPPED);
        break;
      default:
        this.overflow(offer);
    }
  }

  /** Handles an `offer` for which there is no room when the strategy makes none. */
  private overflow(offer: Offer<T>): void {
    if (this.strategy === "dropNew") {
      this.drop(offer);
    } else if (this.strategy === "fail") {
      const failure = overflowOf(this.size);
      this.log?.lost(offer.element, OVERFLOW);
      offer.listener.answered(failureOf(failure));
      this.failStage(failure);
    } else if (this.pending === null) {
      this.pending = offer;
    } else {
      this.refuse(offer, new IllegalStateException("an offer is pending already"), OFFER_REFUSED);
    }
  }

  private drop(offer: Offer<T>): void {
    this.log?.lost(offer.element, DROP_NEW);
    offer.listener.answered(DROPPED);
  }

  private refuse(offer: Offer<T>, cause: Error, rule: LossRule): void {
    this.log?.lost(offer.element, rule);
    offer.listener.refused(cause);
  }

  private takePending(offer: Offer<T>): Offer<T> {
    this.pending = null;
    return offer;
  }
}
