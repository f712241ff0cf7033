import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { FlowStage } from "../stage-kinds.ts";
import { ElementBuffer } from "./element-buffer.ts";
import { DROP_NEW, OVERFLOW, type OverflowStrategy, overflowOf } from "./overflow-strategy.ts";

/**
 * `buffer(size, strategy)`: requests elements from the start, and holds up to `size` of them until they are requested.
 * The strategy decides whether it goes on requesting when it is full, and what it drops. If it fails, it fails at once,
 * and the elements that it holds are lost. (`Buffer` of `impl/fusing/Ops.scala`, Pekko 1.7.0)
 */
export class Buffer<T> extends FlowStage<T, T> {
  private readonly strategy: OverflowStrategy;
  private readonly buffer: ElementBuffer<T>;

  /** Throws a RangeError unless `size` is a whole number of 1 or more. */
  constructor(
    size: number,
    strategy: OverflowStrategy,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    this.strategy = strategy;
    this.buffer = new ElementBuffer(size, log);
  }

  override preStart(): void {
    this.pull();
  }

  override onPush(): void {
    const element = this.grab();
    if (this.isAvailable) {
      // The stage below waits, so the buffer is empty.
      this.log?.passed(element);
      this.push(element);
      this.pull();
    } else if (this.makeRoomFor(element)) {
      this.buffer.enqueue(element);
      if (this.strategy !== "backpressure" || !this.buffer.isFull) this.pull();
    }
  }

  override onPull(): void {
    const { buffer } = this;
    if (!buffer.isEmpty) this.push(buffer.dequeue());
    if (!this.isClosed()) {
      if (!this.hasBeenPulled()) this.pull();
    } else if (buffer.isEmpty) {
      this.completeStage();
    }
  }

  override onUpstreamFinish(): void {
    if (this.buffer.isEmpty) this.completeStage();
  }

  override postStop(): void {
    this.buffer.discard();
  }

  /** Drops or fails as the strategy demands. Returns whether `element` can be kept. */
  private makeRoomFor(element: T): boolean {
    const { buffer, strategy } = this;
    if (!buffer.isFull || buffer.makeRoom(strategy)) return true;
    if (strategy === "dropNew") {
      this.log?.lost(element, DROP_NEW);
      this.pull();
    } else {
      this.log?.lost(element, OVERFLOW);
      this.failStage(overflowOf(buffer.size));
    }
    return false;
  }
}
