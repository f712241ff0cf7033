import { FlowStage } from "../stage-kinds.ts";

/** Is called with the signals that pass through a `Probe`. */
export interface SignalListener<T> {
  pulled(): void;
  pushed(element: T): void;
  finished(): void;
  failed(cause: Error): void;
}

/** A stage that Pekko does not have, which holds nothing: it reports each signal to its listener and passes it on. */
export class Probe<T> extends FlowStage<T, T> {
  private readonly listener: SignalListener<T>;

  constructor(listener: SignalListener<T>) {
    super();
    this.listener = listener;
  }

  override onPush(): void {
    const element = this.grab();
    this.listener.pushed(element);
    this.push(element);
  }

  override onPull(): void {
    this.listener.pulled();
    this.pull();
  }

  override onUpstreamFinish(): void {
    this.listener.finished();
    this.completeStage();
  }

  override onUpstreamFailure(cause: Error): void {
    this.listener.failed(cause);
    this.failStage(cause);
  }
}
