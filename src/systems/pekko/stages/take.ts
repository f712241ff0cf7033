import { FlowStage } from "../stage-kinds.ts";

/** `take(n)`: passes on the first `n` elements and completes with the last. (`impl/fusing/Ops.scala`, Pekko 1.7.0) */
export class Take<T> extends FlowStage<T, T> {
  private left: number;

  constructor(n: number) {
    super();
    this.left = n;
  }

  override onPush(): void {
    if (this.left > 0) {
      this.push(this.grab());
      this.left--;
    }
    if (this.left <= 0) this.completeStage();
  }

  override onPull(): void {
    if (this.left > 0) this.pull();
    else this.completeStage();
  }
}
