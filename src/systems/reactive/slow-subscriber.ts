import type { TimerLoop } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { Subscriber, Subscription } from "./signals.ts";

export interface SlowSubscriberSettings {
  /** How many elements are requested at first; UNBOUNDED: all. */
  readonly initial: number;
  /** How many more are requested each time that so many have been received. */
  readonly request: number;
  /** How much later they are requested, in ms; 0: in the same call. */
  readonly afterMs: number;
}

/**
 * Asks for elements in batches and takes its time: `afterMs` after the last of a batch has come, that batch is done and
 * the next is requested. It goes on so after the end of the stream with the batches that are complete.
 */
export class SlowSubscriber<T> implements Subscriber<T> {
  private readonly clock: TimerLoop;
  private readonly settings: SlowSubscriberSettings;
  private readonly ended: (error: Error | null) => void;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private subscription: Subscription | null = null;
  private batch: T[] = [];

  /** `ended`: is called with the error that the stream ends with, null for completion. */
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
