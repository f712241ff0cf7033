import { ReadyQueue } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { EMPTY } from "../connection.ts";
import { FlowStage } from "../stage-kinds.ts";

/** Starts work on an element. Must call `complete` once, at once or later, with the result. */
export type AsyncFunction<T, U> = (element: T, complete: (result: U) => void) => void;

/** An element whose work was started, and its result once there is one. */
interface Slot<T, U> {
  readonly element: T;
  result: U | typeof EMPTY;
}

/**
 * `mapAsync(parallelism)(f)` with a parallelism of 2 or more: works on up to `parallelism` elements at once, and passes
 * their results on in the order in which the elements came. A result that waits for an earlier one still counts towards
 * `parallelism`. (`MapAsync` of `impl/fusing/Ops.scala`, Pekko 1.7.0)
 */
export class MapAsync<T, U> extends FlowStage<T, U> {
  private readonly parallelism: number;
  private readonly f: AsyncFunction<T, U>;
  private readonly slots = new ReadyQueue<Slot<T, U>>();

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

  override onPull(): void {
    this.pushNextIfPossible();
  }

  override onPush(): void {
    const slot: Slot<T, U> = { element: this.grab(), result: EMPTY };
    this.log?.entered(slot.element);
    this.slots.push(slot);
    let isCalling = true;
    this.f(slot.element, (result) => {
      slot.result = result;
      if (!isCalling) this.invoke(() => this.pushNextIfPossible());
    });
    isCalling = false;
    if (slot.result !== EMPTY) this.pushNextIfPossible();
    this.pullIfNeeded();
  }

  override onUpstreamFinish(): void {
    if (this.slots.size === 0) this.completeStage();
  }

  override postStop(): void {
    while (this.slots.size > 0) this.notTaken(this.slots.shift().element);
  }

  private pushNextIfPossible(): void {
    const { slots } = this;
    if (slots.size > 0) {
      const { element, result } = slots.first();
      if (result !== EMPTY) {
        if (!this.isAvailable) return;
        slots.shift();
        this.log?.left(element);
        this.push(result);
      }
    }
    this.pullIfNeeded();
  }

  private pullIfNeeded(): void {
    if (this.isClosed()) {
      if (this.slots.size === 0) this.completeStage();
    } else if (this.slots.size < this.parallelism && !this.hasBeenPulled()) {
      this.pull();
    }
  }
}
