import { SinkStage } from "../stage-kinds.ts";

/**
 * `Sink.ignore`: pulls one element after another and does nothing with them. `Sink.foreach(f)`, and hence
 * `runForeach(f)`, is `map(f)` above it. (`impl/Sinks.scala`, Pekko 1.7.0)
 */
export class Ignore extends SinkStage<unknown> {
  private readonly ended: (failure: Error | null) => void;

  /** `ended` is called when the materialized future completes, with the failure of the stream or null. */
  constructor(ended: (failure: Error | null) => void) {
    super();
    this.ended = ended;
  }

  override preStart(): void {
    this.pull();
  }

  override onPush(): void {
    this.grab();
    this.pull();
  }

  override onUpstreamFinish(): void {
    super.onUpstreamFinish(0);
    this.ended(null);
  }

  override onUpstreamFailure(cause: Error): void {
    super.onUpstreamFailure(cause, 0);
    this.ended(cause);
  }
}
