import type { InputBoundary } from "./input-boundary.ts";
import { Stage } from "./stage.ts";

/**
 * The lower edge of an island: pulls the stage above only while the boundary below has requested more than it got.
 * (`ActorOutputBoundary` of `impl/fusing/ActorGraphInterpreter.scala`, Pekko 1.7.0)
 */
export class OutputBoundary extends Stage {
  private readonly subscriber: InputBoundary;
  private requested = 0;
  private isCancelled = false;
  private isEnded = false;

  constructor(subscriber: InputBoundary) {
    super();
    this.subscriber = subscriber;
  }

  override preStart(): void {
    this.subscriber.tellSubscribed(this);
  }

  /** Tells the island of this boundary that `n` more elements are requested. */
  tellRequest(n: number): void {
    this.tellMessage(() => {
      this.requested += n;
      if (!this.hasBeenPulled() && !this.isClosed()) this.pull();
    });
  }

  /** Tells the island of this boundary that nothing more is wanted. */
  tellCancel(cause: Error): void {
    this.tellMessage(() => {
      this.isCancelled = true;
      this.cancelInlet(cause);
    });
  }

  override onPush(port: number): void {
    this.requested--;
    this.subscriber.tellNext(this.grabFrom(port));
    if (this.requested > 0) this.pull();
  }

  override onUpstreamFinish(): void {
    if (this.end()) this.subscriber.tellComplete();
  }

  override onUpstreamFailure(cause: Error): void {
    if (this.end()) this.subscriber.tellError(cause);
  }

  /** Notes the end of the stream. Returns whether it is the first end or cancellation that the boundary gets. */
  private end(): boolean {
    const isFirst = !this.isCancelled && !this.isEnded;
    this.isEnded = true;
    return isFirst;
  }
}
