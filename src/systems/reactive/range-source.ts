import type { StationLog } from "../../trace/index.ts";
import { addDemand } from "./demand.ts";
import type { Source, Subscriber, Subscription } from "./signals.ts";

/**
 * Emits 0, 1, ... `count` - 1 and completes with the last one. It is cold: each element is made in the call that
 * requests it. FlowableRange and FluxRange do so when an operator stands between them and the next queue; their
 * fusion with that queue, in which nothing is ever requested of them, is left out.
 */
export function rangeSource(count: number, station: StationLog | null): Source<number> {
  return (subscriber) => {
    const subscription = new RangeSubscription(subscriber, count, station);
    subscriber.onSubscribe(subscription);
    if (count <= 0) subscription.end();
  };
}

class RangeSubscription implements Subscription {
  private readonly downstream: Subscriber<number>;
  private readonly count: number;
  private readonly station: StationLog | null;
  private demand = 0;
  private next = 0;
  private isEmitting = false;
  private isOver = false;

  constructor(downstream: Subscriber<number>, count: number, station: StationLog | null) {
    this.downstream = downstream;
    this.count = count;
    this.station = station;
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    if (this.isEmitting) return;
    this.isEmitting = true;
    while (this.demand > 0 && this.next < this.count && !this.isOver) this.emit();
    this.isEmitting = false;
  }

  cancel(): void {
    this.isOver = true;
  }

  end(): void {
    this.isOver = true;
    this.downstream.onComplete();
  }

  private emit(): void {
    const element = this.next++;
    this.demand--;
    this.station?.made(element);
    this.downstream.onNext(element);
    if (this.next === this.count && !this.isOver) this.end();
  }
}
