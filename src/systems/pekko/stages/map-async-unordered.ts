import { ReadyQueue } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { EMPTY } from "../connection.ts";
import { FlowStage } from "../stage-kinds.ts";
import type { AsyncFunction } from "./map-async.ts";

/** An element whose work was started, and its result once there is one. */
interface Job<T, U> {
  readonly element: T;
  result: U | typeof EMPTY;
}

/**
 * `mapAsyncUnordered(parallelism)(f)`: works on up to `parallelism` elements at once, and passes their results on as
 * they come. (`MapAsyncUnordered` of `impl/fusing/Ops.scala`, Pekko 1.7.0)
 */
export class MapAsyncUnordered<T, U> extends FlowStage<T, U> {
  private readonly parallelism: number;
  private readonly f: AsyncFunction<T, U>;
  private readonly inFlight = new Set<Job<T, U>>();
  private readonly finished = new ReadyQueue<Job<T, U>>();

  constructor(
    parallelism: number,
    f: AsyncFunction<T, U>,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    this.parallelism = parallelism;
    this.f = f;
  }

  override onPush(): void {
    const job: Job<T, U> = { element: this.grab(), result: EMPTY };
    this.log?.entered(job.element);
    this.inFlight.add(job);
    let isCalling = true;
    this.f(job.element, (result) => {
      job.result = result;
      if (isCalling) this.completed(job);
      else this.invoke(() => this.completed(job));
    });
    isCalling = false;
    if (this.todo < this.parallelism && !this.hasBeenPulled()) this.tryPull();
  }

  override onPull(): void {
    if (this.finished.size > 0) this.pushOn(this.finished.shift());
    if (this.isClosed() && this.todo === 0) this.completeStage();
    else if (this.todo < this.parallelism && !this.hasBeenPulled()) this.tryPull();
  }

  override onUpstreamFinish(): void {
    if (this.todo === 0) this.completeStage();
  }

  override postStop(): void {
    for (const { element } of this.inFlight) this.notTaken(element);
    while (this.finished.size > 0) this.notTaken(this.finished.shift().element);
  }

  private get todo(): number {
    return this.inFlight.size + this.finished.size;
  }

  private completed(job: Job<T, U>): void {
    this.inFlight.delete(job);
    if (!this.isAvailable) {
      this.finished.push(job);
      return;
    }
    // This stage pulls before it pushes; MapAsync does it the other way round.
    if (!this.hasBeenPulled()) this.tryPull();
    this.pushOn(job);
    if (this.isClosed() && this.todo === 0) this.completeStage();
  }

  private pushOn({ element, result }: Job<T, U>): void {
    if (result === EMPTY) return;
    this.log?.left(element);
    this.push(result);
  }
}
