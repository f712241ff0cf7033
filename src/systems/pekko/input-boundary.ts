import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { OutputBoundary } from "./output-boundary.ts";
import { Stage } from "./stage.ts";

/**
 * The upper edge of an island, with its input buffer. Whatever its island wants, it requests as many elements as the
 * buffer holds at first, and then half of that (at least 1) each time that many have been taken out.
 * (`BatchingActorInputBoundary` of `impl/fusing/ActorGraphInterpreter.scala`, Pekko 1.7.0)
 */
export class InputBoundary extends Stage {
  private readonly size: number;
  private readonly batch: number;
  private readonly buffer = new ReadyQueue<unknown>();
  private batchLeft: number;
  private upstream: OutputBoundary | null = null;
  private isUpstreamDone = false;
  private cancelledBy: Error | null = null;

  /** `size` is how many elements the input buffer holds. Throws a RangeError unless it is a power of two. */
  constructor(size: number, log: StationLog | null = null, demand: ConnectionLog | null = null) {
    super(log, demand);
    if (!Number.isInteger(size) || size < 1 || (size & (size - 1)) !== 0) {
      throw new RangeError(`inputBuffer: size must be a power of two, not ${size}`);
    }
    this.size = size;
    this.batch = Math.max(1, size / 2);
    this.batchLeft = this.batch;
  }

  override preStart(): void {
    this.island.subscriptionAwaited();
  }

  tellSubscribed(upstream: OutputBoundary): void {
    this.tellMessage(() => {
      this.island.subscriptionArrived();
      if (this.cancelledBy !== null) {
        this.isUpstreamDone = true;
        upstream.tellCancel(this.cancelledBy);
      } else {
        this.upstream = upstream;
        this.request(this.size);
      }
    });
  }

  tellNext(element: unknown): void {
    this.tellMessage(
      () => this.onNext(element),
      () => this.notTaken(element),
    );
  }

  tellComplete(): void {
    this.tellMessage(() => {
      if (this.isUpstreamDone) return;
      this.isUpstreamDone = true;
      if (this.buffer.size === 0) this.completeOutlet();
    });
  }

  tellError(cause: Error): void {
    this.tellMessage(() => {
      if (this.isUpstreamDone && this.cancelledBy !== null) return;
      this.isUpstreamDone = true;
      this.clear();
      this.failOutlet(cause);
    });
  }

  override onPull(): void {
    const held = this.buffer.size;
    if (held > 0) this.pushNext();
    if (held <= 1 && this.isUpstreamDone) this.completeOutlet();
  }

  override onDownstreamFinish(cause: Error): void {
    this.cancelledBy = cause;
    if (this.isUpstreamDone) return;
    this.isUpstreamDone = true;
    this.upstream?.tellCancel(cause);
    this.clear();
  }

  override postStop(): void {
    this.clear();
  }

  private onNext(element: unknown): void {
    if (this.isUpstreamDone) {
      this.notTaken(element);
    } else if (this.isAvailable) {
      this.log?.passed(element);
      this.taken();
      this.push(element);
    } else {
      this.log?.entered(element);
      this.buffer.push(element);
    }
  }

  private pushNext(): void {
    const element = this.buffer.shift();
    this.log?.left(element);
    this.taken();
    this.push(element);
  }

  private taken(): void {
    this.batchLeft--;
    if (this.batchLeft > 0 || this.isUpstreamDone) return;
    this.request(this.batch);
    this.batchLeft = this.batch;
  }

  private request(n: number): void {
    this.demand?.requested(n);
    this.upstream?.tellRequest(n);
  }

  private clear(): void {
    while (this.buffer.size > 0) this.notTaken(this.buffer.shift());
  }
}
