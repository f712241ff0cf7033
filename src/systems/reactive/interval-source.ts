import type { TimerLoop, TimerTask } from "../../kernel/index.ts";
import type { LossRule, StationLog } from "../../trace/index.ts";
import { addDemand } from "./demand.ts";
import type { Source, Subscriber, Subscription } from "./signals.ts";

export interface IntervalRules {
  /** The time before the first tick and between two ticks, in ms; a function is called before each tick. */
  readonly periodMs: number | (() => number);
  /** The number of ticks; the stream completes with the last one. Infinity: it never completes. */
  readonly count: number;
  /** Why a tick that was not requested is lost. */
  readonly loss: LossRule;
  /** Makes the error that ends the stream at a tick that was not requested. */
  readonly errorAt: (tick: number) => Error;
}

/**
 * Emits the ticks 0, 1, 2, ... It can't wait for demand: the first tick that was not requested ends it with an error
 * (FlowableInterval, FluxInterval). The next tick is registered once the current one has been delivered.
 */
export function intervalSource(
  clock: TimerLoop,
  rules: IntervalRules,
  station: StationLog | null,
): Source<number> {
  return (subscriber) => {
    const subscription = new IntervalSubscription(subscriber, clock, rules, station);
    subscriber.onSubscribe(subscription);
    subscription.awaitTick();
  };
}

class IntervalSubscription implements Subscription {
  private readonly downstream: Subscriber<number>;
  private readonly clock: TimerLoop;
  private readonly rules: IntervalRules;
  private readonly station: StationLog | null;
  private demand = 0;
  private next = 0;
  private isOver = false;
  private timer: TimerTask | null = null;
  private readonly tickTask = () => this.tick();

  constructor(
    downstream: Subscriber<number>,
    clock: TimerLoop,
    rules: IntervalRules,
    station: StationLog | null,
  ) {
    this.downstream = downstream;
    this.clock = clock;
    this.rules = rules;
    this.station = station;
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
  }

  cancel(): void {
    this.isOver = true;
    if (this.timer !== null) this.clock.cancel(this.timer);
  }

  /** Registers the next tick, unless the stream is over. */
  awaitTick(): void {
    if (this.isOver) return;
    const { periodMs } = this.rules;
    const nextMs = typeof periodMs === "number" ? periodMs : periodMs();
    this.timer = this.clock.after(nextMs, this.tickTask);
  }

  private tick(): void {
    const tick = this.next++;
    this.station?.made(tick);
    if (this.demand > 0) {
      this.demand--;
      this.downstream.onNext(tick);
      if (this.next === this.rules.count && !this.isOver) this.end(null);
    } else {
      this.station?.lost(tick, this.rules.loss);
      this.end(this.rules.errorAt(tick));
    }
    this.awaitTick();
  }

  private end(error: Error | null): void {
    this.isOver = true;
    if (error === null) this.downstream.onComplete();
    else this.downstream.onError(error);
  }
}
