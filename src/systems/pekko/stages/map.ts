import { FlowStage } from "../stage-kinds.ts";

/** `map(f)`: passes on what `f` returns for each element. (`impl/fusing/Ops.scala`, Pekko 1.7.0) */
export class MapStage<T, U> extends FlowStage<T, U> {
  private readonly f: (element: T) => U;

  constructor(f: (element: T) => U) {
    super();
    this.f = f;
  }

  override onPush(): void {
    this.push(this.f(this.grab()));
  }

  override onPull(): void {
    this.pull();
  }
}
