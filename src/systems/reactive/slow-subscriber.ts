import type { TimerLoop } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { Subscriber, Subscription } from "./signals.ts";

export interface SlowSubscriberSettings {
  /** How many elements are requested first; UNBOUNDED requests all. */
  readonly initial: number;
  /** The size of a batch: each time that many have been received, as many more are requested. */
  readonly request: number;
  /** How long after a batch is complete the next is requested, in ms; 0: in the same call. */
  readonly afterMs: number;
}

/**
 * Requests elements in batches and takes its time: `afterMs` after the last element of a batch has arrived, the batch
 * is done and the next is requested. After the end of the stream it still finishes the batches that are complete.
 */
export class SlowSubscriber<T> implements Subscriber<T> {
  private readonly clock: TimerLoop;
  private readonly settings: SlowSubscriberSettings;
  private readonly ended: (error: Error | null) => void;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private subscription: Subscription | null = null;
  private batch: T[] = [];

  /** `ended` is called with the error that ends the stream, or null when it completes. */
  constructor(
    clock: TimerLoop,
    settings: SlowSubscriberSettings,
    ended: (error: Error | null) => void,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.clock = clock;
    this.settings = settings;
    this.ended = ended;
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.subscription = subscription;
    this.requestMore(this.settings.initial);
  }

  onNext(element: T): void {
    const { request, afterMs } = this.settings;
    this.station?.began(element, afterMs);
    this.batch.push(element);
    if (this.batch.length < request) return;
    const { batch } = this;
    this.batch = [];
    if (afterMs <= 0) this.finish(batch);
    else this.clock.after(afterMs, () => this.finish(batch));
  }

  onError(error: Error): void {
    this.ended(error);
  }

  onComplete(): void {
    this.ended(null);
  }

  private finish(batch: readonly T[]): void {
    for (const element of batch) this.station?.done(element);
    this.requestMore(this.settings.request);
  }

  private requestMore(n: number): void {
    this.connection?.requested(n);
    this.subscription?.request(n);
  }
}
