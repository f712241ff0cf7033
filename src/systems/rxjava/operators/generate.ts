import type { StationLog } from "../../../trace/index.ts";
import {
  addDemand,
  type Source,
  type Subscriber,
  type Subscription,
} from "../../reactive/index.ts";

/** Through it a generator emits its element. */
export interface Generating<T> {
  onNext(element: T): void;
  /** Completes the stream: no element follows. */
  onComplete(): void;
}

/**
 * `Flowable.generate(generator)` (FlowableGenerate.java, 3.1.12): calls `generator` once for each element that is
 * requested, in the call that requests it, and never otherwise. Each call makes one element, and may then complete the
 * stream. Errors, and calls that make no element, are left out.
 */
export function generate<T>(
  generator: (emitter: Generating<T>) => void,
  station: StationLog | null,
): Source<T> {
  return (subscriber) =>
    subscriber.onSubscribe(new GeneratorSubscription(subscriber, generator, station));
}

class GeneratorSubscription<T> implements Subscription, Generating<T> {
  private readonly downstream: Subscriber<T>;
  private readonly generator: (emitter: Generating<T>) => void;
  private readonly station: StationLog | null;
  private demand = 0;
  private isGenerating = false;
  private isOver = false;

  constructor(
    downstream: Subscriber<T>,
    generator: (emitter: Generating<T>) => void,
    station: StationLog | null,
  ) {
    this.downstream = downstream;
    this.generator = generator;
    this.station = station;
  }

  request(n: number): void {
    this.demand = addDemand(this.demand, n);
    // The loop below makes what is requested from within onNext.
    if (this.isGenerating) return;
    this.isGenerating = true;
    while (this.demand > 0 && !this.isOver) {
      this.demand--;
      this.generator(this);
    }
    this.isGenerating = false;
  }

  cancel(): void {
    this.isOver = true;
  }

  onNext(element: T): void {
    this.station?.made(element);
    this.downstream.onNext(element);
  }

  onComplete(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.downstream.onComplete();
  }
}
