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
 * prefetch (Flux.java, FluxConcatMapNoPrefetch.java, MonoDelayUntil.java, 3.8.8). It asks for one element when something
 * is requested of it for the first time, and for the next as soon as one has gone down. Each waits for `delayMs` from
 * when it comes, whether it is requested or not, and goes down when it is.
 */
export function delayElements<T>(
  clock: TimerLoop,
  delayMs: number,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new DelayElements(downstream, clock, delayMs, station, connection);
}

/** The one element that is here. */
interface Delayed<T> {
  readonly element: T;
  /** `delayed`: its time is not over; `due`: it is, and nobody has requested it; `gone`: it is handed down. */
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
  private hasAsked = false;
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
    if (!this.hasAsked) {
      this.hasAsked = true;
      this.askForOne();
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
    else this.askForOne();
  }

  private finish(): void {
    this.isOver = true;
    this.downstream.onComplete();
  }

  private askForOne(): void {
    this.connection?.requested(1);
    this.upstream?.request(1);
  }

  private loseDelayed(): void {
    const { delayed } = this;
    if (delayed === null || delayed.state === "gone") return;
    this.station?.lost(delayed.element, CANCELLED);
  }
}
