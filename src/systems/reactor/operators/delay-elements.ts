import type { TimerLoop } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import {
  addDemand,
  CANCELLED,
  type Operator,
  type Subscriber,
  type Subscription,
} from "../../reactive/index.ts";

/**
 * `delayElements(Duration)`, which is `concatMap(x -> Mono.just(x).delayUntil(y -> Mono.delay(duration)))` without a
 * prefetch (Flux.java, FluxConcatMapNoPrefetch.java, MonoDelayUntil.java, 3.8.8). It requests one element at the first
 * request that it gets, and another as soon as one has been passed on. Each element is delayed by `delayMs` from its
 * arrival, requested or not, and is then passed on as soon as it is requested.
 */
export function delayElements<T>(
  clock: TimerLoop,
  delayMs: number,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new DelayElements(downstream, clock, delayMs, station, connection);
}

/** The one element that the operator holds. */
interface Delayed<T> {
  readonly element: T;
  /** `delayed`: its time is not over; `due`: its time is over, but it is not requested; `gone`: it was passed on. */
  state: "delayed" | "due" | "gone";
}

class DelayElements<T> implements Subscriber<T>, Subscription {
  private readonly downstream: Subscriber<T>;
  private readonly clock: TimerLoop;
  private readonly delayMs: number;
  private readonly station: StationLog | null;
  private readonly connection: ConnectionLog | null;
  private delayed: Delayed<T> | null = null;
  private upstream: Subscription | null = null;
  private hasRequested = false;
  private demand = 0;
  private hasEnded = false;
  private isOver = false;

  constructor(
    downstream: Subscriber<T>,
    clock: TimerLoop,
    delayMs: number,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    this.downstream = downstream;
    this.clock = clock;
    this.delayMs = delayMs;
    this.station = station;
    this.connection = connection;
  }

  onSubscribe(subscription: Subscription): void {
    this.upstream = subscription;
    this.downstream.onSubscribe(this);
  }

  onNext(element: T): void {
    const delayed: Delayed<T> = { element, state: "delayed" };
    this.station?.entered(element);
    this.delayed = delayed;
    this.clock.after(this.delayMs, () => {
      if (this.isOver) return;
      delayed.state = "due";
      if (this.demand > 0) this.handDown(delayed);
    });
  }

  /** An error does not wait for the element that is delayed. */
  onError(error: Error): void {
    this.loseDelayed();
    this.isOver = true;
    this.downstream.onError(error);
  }

  onComplete(): void {
    this.hasEnded = true;
    if (this.delayed === null) this.finish();
  }

  request(n: number): void {
    if (!this.hasRequested) {
      this.hasRequested = true;
      this.requestOne();
    }
    this.demand = addDemand(this.demand, n);
    if (this.delayed?.state === "due") this.handDown(this.delayed);
  }

  cancel(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.upstream?.cancel();
    this.loseDelayed();
  }

  private handDown(delayed: Delayed<T>): void {
    delayed.state = "gone";
    this.station?.left(delayed.element);
    this.downstream.onNext(delayed.element);
    if (this.isOver) return;
    this.demand--;
    this.delayed = null;
    if (this.hasEnded) this.finish();
    else this.requestOne();
  }

  private finish(): void {
    this.isOver = true;
    this.downstream.onComplete();
  }

  private requestOne(): void {
    this.connection?.requested(1);
    this.upstream?.request(1);
  }

  private loseDelayed(): void {
    const { delayed } = this;
    if (delayed === null || delayed.state === "gone") return;
    this.station?.lost(delayed.element, CANCELLED);
  }
}
